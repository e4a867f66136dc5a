using System.Net;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Ocr.Contracts;
using Ocr.OcrWorker.Heartbeats;
using Ocr.OcrWorker.Inference;
using Ocr.Recognition;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;
using Ocr.Storage;
using Ocr.Testing;

namespace Ocr.OcrWorker.Tests;

/// <summary>The worker on the real in-memory bus, with a reader that needs no models.</summary>
public sealed class WorkerOnTheBusTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();
    private readonly FakeReader _reader = new();
    private readonly Responses _responses = new();
    private WebApplication _host = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DATA_DIR"] = _folder.Name,
            ["OCR_PARALLELISM"] = "2",
            ["HEARTBEAT_INTERVAL"] = "0.2",
            ["READING_SECONDS"] = "5",
        });
        builder.AddServiceDefaults("ocr-worker");
        builder.AddOcrWorker().StopWhenStuck();
        builder.Services.Replace(ServiceDescriptor.Singleton<IReceiptReader>(_reader));
        builder.Services.AddSingleton(_responses);
        builder.Services.AddOcrBus(builder.Configuration, bus =>
        {
            bus.AddOcrWorkerConsumers();
            bus.Transport.AddConsumer<ResponseConsumer>();
        });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.MapDefaultEndpoints();
        await _host.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_reading_that_never_ends_gets_a_result_and_the_process_stops_for_a_restart()
    {
        var live = new Uri(new Uri(_host.Urls.Single()), "/health/live");
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(live)).StatusCode);
        var stopping = new TaskCompletionSource();
        _host.Lifetime.ApplicationStopping.Register(stopping.SetResult);
        await Publish(Receipts.Command(await Store(FakeReader.Endless)));

        var answer = await _responses.Failed.Task.WaitAsync(Timeout);
        Assert.Equal(FailureReasons.ReadingTimeout, answer.ReasonCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync(live)).StatusCode);
        await stopping.Task.WaitAsync(Timeout);
        Assert.NotEqual(0, Environment.ExitCode);
        Environment.ExitCode = 0;
    }

    [Fact]
    public async Task Publishes_the_words_of_a_command()
    {
        var command = Receipts.Command(await Store("Monto:\n104,54"));
        await Publish(command);

        var answer = await _responses.Recognized.Task.WaitAsync(Timeout);

        Assert.Equal(command.Batch, answer.Batch);
        Assert.Equal(command.Receipt, answer.Receipt);
        Assert.Equal(["Monto:", "104,54"], answer.Text.Words.Select(word => word.Text));
        Assert.Equal("compact-1.0.0", answer.Text.Model);
        Assert.False(answer.Text.CacheHit);
    }

    [Fact]
    public async Task Publishes_the_reason_of_an_unreadable_image_in_Spanish()
    {
        await Publish(Receipts.Command(await Store(FakeReader.Unreadable)));

        var answer = await _responses.Failed.Task.WaitAsync(Timeout);

        Assert.Equal(FailureReasons.ImageUnreadable, answer.ReasonCode);
        Assert.Equal("La imagen está incompleta: vuelva a enviarla.", answer.Message);
        Assert.Equal(1, _reader.Reads);
    }

    [Fact]
    public async Task An_image_that_fails_while_others_are_read_gets_its_error_within_seconds()
    {
        await Publish(Receipts.Command(await Store(FakeReader.Poison)));

        Assert.Equal(FailureReasons.ReadingFailed, (await _responses.Failed.Task.WaitAsync(Timeout)).ReasonCode);
    }

    [Fact]
    public async Task A_worker_that_cannot_read_does_not_charge_the_image()
    {
        _reader.Broken = true;
        await Publish(Receipts.Command(await Store("Monto: 104,54")));

        var error = await _responses.Faulted.Task.WaitAsync(Timeout);

        Assert.False(_responses.Failed.Task.IsCompleted);
        Assert.Contains(error.Exceptions, exception => exception.ExceptionType.EndsWith(nameof(PermanentErrorException), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_finishes_running_work_and_starts_no_more()
    {
        _reader.Open.Reset();
        await Publish(Receipts.Command(await Store("first")));
        await Publish(Receipts.Command(await Store("second")));
        await Probe.UntilAsync(() => _reader.Reads == 2);
        for (var waiting = 0; waiting < 50; waiting++)
        {
            var receipt = await Store($"waiting {waiting}");
            await Publish(new ReceiptUploaded { Receipt = receipt });
            await Publish(Receipts.Command(receipt));
        }

        var (pool, statistics) = (_host.Services.GetRequiredService<InferencePool>(), _host.Services.GetRequiredService<WorkerStatistics>());
        var stopped = _host.StopAsync();
        await Probe.UntilAsync(() => pool.IsClosed);
        _reader.Open.Set();
        await stopped.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal((2, 2), (_reader.Reads, (int)statistics.Snapshot().Succeeded));
    }

    [Fact]
    public async Task Gives_up_on_a_missing_image_after_the_retries()
    {
        await Publish(Receipts.Command(Receipts.Make("gone")));

        Assert.Equal(FailureReasons.ImageMissing, (await _responses.Failed.Task.WaitAsync(Timeout)).ReasonCode);
    }

    [Fact]
    public async Task Finds_an_image_that_arrives_while_it_retries()
    {
        await Publish(Receipts.Command(Receipts.Make("late")));
        await Store("late");

        Assert.Equal(["late"], (await _responses.Recognized.Task.WaitAsync(Timeout)).Text.Words.Select(word => word.Text));
        Assert.False(_responses.Failed.Task.IsCompleted);
    }

    [Fact]
    public async Task A_batch_does_not_read_again_what_was_read_ahead()
    {
        var receipt = await Store("Bs");
        await Publish(new ReceiptUploaded { Receipt = receipt });
        await Probe.UntilAsync(() => _reader.Reads == 1);

        await Publish(Receipts.Command(receipt));

        Assert.False((await _responses.Recognized.Task.WaitAsync(Timeout)).Text.CacheHit);
        Assert.Equal(1, _reader.Reads);
    }

    [Fact]
    public async Task Reports_its_statistics_in_heartbeats()
    {
        await Publish(Receipts.Command(await Store("Bs")));
        await _responses.Recognized.Task.WaitAsync(Timeout);

        await Probe.UntilAsync(() => _responses.Heartbeat is { Succeeded: 1, CacheEntries: 1, Stopping: false, Parallelism: 2, InHand.Count: 0 });

        _reader.Open.Reset();
        var inProgress = Receipts.Command(await Store("in progress"));
        await Publish(inProgress);
        await Probe.UntilAsync(() => _responses.Heartbeat?.InHand.Contains(inProgress.Receipt.ReceiptId) ?? false);
        _reader.Open.Set();

        Assert.Equal(["ultra_rapido", "balanced", "high_confidence"], _responses.Heartbeat!.Profiles);
    }

    private Task Publish<T>(T message)
        where T : class => _host.Services.GetRequiredService<IBus>().Publish(message);

    private Task<ReceiptInfo> Store(string content) =>
        Receipts.StoreAsync(_host.Services.GetRequiredService<IObjectStore>(), content);

    internal sealed class Responses
    {
        public TaskCompletionSource<TextRecognized> Recognized { get; } = new();

        public TaskCompletionSource<RecognitionFailed> Failed { get; } = new();

        public TaskCompletionSource<Fault<RecognizeReceipt>> Faulted { get; } = new();

        public WorkerHeartbeat? Heartbeat { get; set; }
    }

    internal sealed class ResponseConsumer(Responses responses)
        : IConsumer<TextRecognized>, IConsumer<RecognitionFailed>, IConsumer<WorkerHeartbeat>, IConsumer<Fault<RecognizeReceipt>>
    {
        public Task Consume(ConsumeContext<TextRecognized> context)
        {
            responses.Recognized.TrySetResult(context.Message);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<RecognitionFailed> context)
        {
            responses.Failed.TrySetResult(context.Message);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<Fault<RecognizeReceipt>> context)
        {
            responses.Faulted.TrySetResult(context.Message);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<WorkerHeartbeat> context)
        {
            responses.Heartbeat = context.Message;
            return Task.CompletedTask;
        }
    }
}
