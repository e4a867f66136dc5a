using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Ocr.Contracts;
using Ocr.Recognition;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;
using Ocr.Storage;

namespace Ocr.OcrWorker.Tests;

/// <summary>The worker on the real in-memory bus, with a reader that needs no models.</summary>
public sealed class WorkerOnTheBusTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeReader _reader = new();
    private readonly Answers _answers = new();
    private WebApplication _host = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["DATA_DIR"] = _folder.Path,
            ["OCR_PARALLELISM"] = "2",
            ["HEARTBEAT_INTERVAL"] = "0.2",
        });
        builder.AddServiceDefaults("ocr-worker");
        builder.AddOcrWorker();
        builder.Services.Replace(ServiceDescriptor.Singleton<IReceiptReader>(_reader));
        builder.Services.AddSingleton(_answers);
        builder.Services.AddOcrBus(builder.Configuration, bus =>
        {
            bus.AddOcrWorkerConsumers();
            bus.AddConsumer<AnswerConsumer>();
        });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
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
    public async Task Answers_a_command_with_the_words()
    {
        var command = Receipts.Command(await Store("Monto:\n104,54"));
        await Publish(command);

        var answer = await _answers.Recognized.Task.WaitAsync(Patience);

        Assert.Equal(command.Batch, answer.Batch);
        Assert.Equal(command.Receipt, answer.Receipt);
        Assert.Equal(["Monto:", "104,54"], answer.Text.Words.Select(word => word.Text));
        Assert.Equal("compact-1.0.0", answer.Text.Model);
        Assert.False(answer.Text.CacheHit);
    }

    [Fact]
    public async Task Answers_an_unreadable_image_with_its_reason_in_Spanish()
    {
        await Publish(Receipts.Command(await Store(FakeReader.Unreadable)));

        var answer = await _answers.Failed.Task.WaitAsync(Patience);

        Assert.Equal(FailureReasons.ImageUnreadable, answer.ReasonCode);
        Assert.Equal("La imagen está incompleta: vuelva a enviarla.", answer.Message);
        Assert.Equal(1, _reader.Reads);
    }

    [Fact]
    public async Task Gives_up_on_a_missing_image_after_the_retries()
    {
        await Publish(Receipts.Command(Receipts.Make("gone")));

        Assert.Equal(FailureReasons.ImageMissing, (await _answers.Failed.Task.WaitAsync(Patience)).ReasonCode);
    }

    [Fact]
    public async Task Finds_an_image_that_arrives_while_it_retries()
    {
        await Publish(Receipts.Command(Receipts.Make("late")));
        await Store("late");

        Assert.Equal(["late"], (await _answers.Recognized.Task.WaitAsync(Patience)).Text.Words.Select(word => word.Text));
        Assert.False(_answers.Failed.Task.IsCompleted);
    }

    [Fact]
    public async Task A_batch_does_not_read_again_what_was_read_ahead()
    {
        var receipt = await Store("Bs");
        await Publish(new ReceiptUploaded { Receipt = receipt });
        await Probe.UntilAsync(() => _reader.Reads == 1);

        await Publish(Receipts.Command(receipt));

        Assert.False((await _answers.Recognized.Task.WaitAsync(Patience)).Text.CacheHit);
        Assert.Equal(1, _reader.Reads);
    }

    [Fact]
    public async Task Tells_what_it_did_in_its_heartbeats()
    {
        await Publish(Receipts.Command(await Store("Bs")));
        await _answers.Recognized.Task.WaitAsync(Patience);

        await Probe.UntilAsync(() => _answers.Heartbeat is { Succeeded: 1, CacheEntries: 1, Stopping: false });

        Assert.Equal(["ultra_rapido", "balanced", "high_confidence"], _answers.Heartbeat!.Profiles);
    }

    private Task Publish<T>(T message)
        where T : class => _host.Services.GetRequiredService<IBus>().Publish(message);

    private Task<ReceiptInfo> Store(string content) =>
        Receipts.StoreAsync(_host.Services.GetRequiredService<IObjectStore>(), content);

    internal sealed class Answers
    {
        public TaskCompletionSource<TextRecognized> Recognized { get; } = new();

        public TaskCompletionSource<RecognitionFailed> Failed { get; } = new();

        public WorkerHeartbeat? Heartbeat { get; set; }
    }

    internal sealed class AnswerConsumer(Answers answers)
        : IConsumer<TextRecognized>, IConsumer<RecognitionFailed>, IConsumer<WorkerHeartbeat>
    {
        public Task Consume(ConsumeContext<TextRecognized> context)
        {
            answers.Recognized.TrySetResult(context.Message);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<RecognitionFailed> context)
        {
            answers.Failed.TrySetResult(context.Message);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<WorkerHeartbeat> context)
        {
            answers.Heartbeat = context.Message;
            return Task.CompletedTask;
        }
    }
}
