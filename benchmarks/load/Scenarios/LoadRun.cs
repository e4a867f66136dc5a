using System.Globalization;
using Ocr.Load.Deployment;
using Ocr.Load.Reports;
using Ocr.Load.Traffic;

namespace Ocr.Load.Scenarios;

/// <summary>A system under load, from its start to its end.</summary>
internal sealed class LoadRun : IAsyncDisposable
{
    private static readonly TimeSpan SampleEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShowEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CountEvery = TimeSpan.FromMilliseconds(200);

    private readonly RunningSystem _system;
    private readonly Ledger _ledger;
    private readonly string _load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
    private readonly TimeProvider _time = TimeProvider.System;
    private long _stored;
    private long _final;

    private LoadRun(RunningSystem system, Settings settings)
    {
        _system = system;
        _ledger = new Ledger(system.Database);
        Images = new ImageSource(settings.Receipts, seed: 1);
        Client = new Client(system.Address);
        Sender = new TrafficSender(Client, Images, Journal, _time);
    }

    public ImageSource Images { get; }

    public Client Client { get; }

    public TrafficSender Sender { get; }

    public Journal Journal { get; } = new();

    /// <summary>Number of results at the last count.</summary>
    public long Stored => Volatile.Read(ref _stored);

    /// <summary>Ids of the worker processes.</summary>
    public IEnumerable<int> Workers => _system.Parts.Where(part => part.Name.StartsWith("worker", StringComparison.Ordinal)).Select(part => part.Id);

    /// <summary>Processor time of all servers and services since their start, seconds.</summary>
    public double CpuSeconds => new CostWatch(_system, _time).Take().Parts.Where(part => part.Key != CostWatch.Driver).Sum(part => part.Value.Cpu);

    public static async Task<LoadRun> StartAsync(Settings settings, CancellationToken cancellationToken) =>
        new(await RunningSystem.StartAsync(settings, cancellationToken), settings);

    /// <summary>
    /// Applies a load and waits for every result. Rates, costs and stages are measured between the end of the warm-up and the end of the load; the check
    /// that every accepted receipt has a result covers the whole run.
    /// </summary>
    public async Task<Measurement> MeasureAsync(string what, TimeSpan warmUp, Func<CancellationToken, Task> load, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new CostWatch(_system, _time);
        Task[] background = [watch.RunAsync(SampleEvery, over.Token), CountAsync(over.Token), ShowAsync(what, over.Token)];
        var loading = load(cancellationToken);
        await Task.WhenAny(loading, Task.Delay(warmUp, _time, cancellationToken));
        var first = await MarkAsync(watch, cancellationToken);
        await loading;
        var last = await MarkAsync(watch, cancellationToken);
        await DrainAsync(cancellationToken);
        await over.CancelAsync();
        await Task.WhenAll(background);
        var measurement = new RunData(Journal, await _ledger.ReadAsync(cancellationToken), first, last, watch.Samples).Judge(what, _load);
        Console.WriteLine(measurement.Summary);
        return measurement;
    }

    /// <summary>Terminates a service and waits until it is started again and the system is healthy.</summary>
    /// <param name="service">Name of its log.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task RestartAsync(string service, CancellationToken cancellationToken) => _system.RestartAsync(service, cancellationToken);

    /// <summary>Does the same while batches are opened continuously.</summary>
    public Task<Measurement> MeasureSendingAsync(string what, TimeSpan warmUp, Func<CancellationToken, Task> arrivals, CancellationToken cancellationToken) =>
        WithBatchesAsync(token => MeasureAsync(what, warmUp, _ => arrivals(token), token), cancellationToken);

    /// <summary>Sends and waits for the results without a measurement, to warm up the system.</summary>
    public async Task PrepareAsync(Func<CancellationToken, Task> arrivals, CancellationToken cancellationToken) =>
        await WithBatchesAsync(
            async token =>
            {
                await arrivals(token);
                return await DrainAsync(token);
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _ledger.DisposeAsync();
        await _system.DisposeAsync();
    }

    private async Task<T> WithBatchesAsync<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var opening = Sender.OpenBatchesAsync(over.Token);
        try
        {
            return await action(cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
            await opening;
        }
    }

    private async Task<Mark> MarkAsync(CostWatch watch, CancellationToken cancellationToken) =>
        new(
            _time.GetUtcNow(), watch.Take(), await StageTimes.ScrapeAsync(_system.Metrics, cancellationToken), await _ledger.WorkAsync(cancellationToken));

    private async Task<bool> DrainAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        do
        {
            await Task.Delay(CountEvery, _time, cancellationToken);
            await CountOnceAsync(cancellationToken);
        }
        while (Volatile.Read(ref _final) < Journal.Accepted.Count && _time.GetElapsedTime(started) < DrainTimeout);
        return Volatile.Read(ref _final) == Journal.Accepted.Count;
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await CountOnceAsync(cancellationToken);
                await Task.Delay(CountEvery, _time, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task CountOnceAsync(CancellationToken cancellationToken)
    {
        var (stored, final) = await _ledger.CountAsync(cancellationToken);
        Volatile.Write(ref _stored, stored);
        Volatile.Write(ref _final, final);
    }

    private async Task ShowAsync(string what, CancellationToken cancellationToken)
    {
        using var ticks = new PeriodicTimer(ShowEvery, _time);
        try
        {
            for (long seconds = 0, before = Stored; await ticks.WaitForNextTickAsync(cancellationToken); before = Stored)
            {
                seconds += (long)ShowEvery.TotalSeconds;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what} {seconds,5} s: {Journal.Accepted.Count} accepted, {Stored} stored ({(Stored - before) / ShowEvery.TotalSeconds:0.0}/s), {Journal.Errors.Count} errors"));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
