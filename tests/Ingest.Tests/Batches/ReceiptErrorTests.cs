using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ocr.Contracts;
using Ocr.Ingest.Dispatch;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Batches;

/// <summary>Receipts whose message a service gave up, and whether the error is charged to them.</summary>
public sealed class ReceiptErrorTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_that_fails_while_others_succeed_is_given_up_within_minutes()
    {
        var worker = new ScriptedWorker();
        worker.Script = command => command.Batch.Position == 2 ? [] : [ScriptedWorker.Read(command)];
        await using var app = await IngestApp.StartAsync(_folder, worker, _time, ("SWEEP_SECONDS", "60"), ("MAX_ATTEMPTS", "2"));
        await app.UploadAsync(2);
        await app.ProcessAsync(respondAsync: true);
        await Probe.UntilAsync(() => worker.Commands.Count == 2);

        for (var error = 1; error <= 4 && worker.Failures.IsEmpty; error++)
        {
            var sent = worker.Commands.Count;
            await PublishErrorAsync(app, worker.Commands.Last(command => command.Batch.Position == 2), "System.InvalidOperationException");
            await PassAsync(app, () => worker.Commands.Count > sent || !worker.Failures.IsEmpty);
            await app.UploadAsync(1);
            await app.ProcessAsync();
        }

        Assert.Equal((2, FailureReasons.AttemptsExhausted), (worker.Failures.Single().Batch.Position, worker.Failures.Single().ReasonCode));
    }

    [Theory]
    [InlineData("System.InvalidOperationException", 2)]
    [InlineData("Npgsql.NpgsqlException", 1)]
    public async Task No_attempt_is_charged_while_all_fail_or_a_server_is_unavailable(string exception, int receipts)
    {
        var worker = new ScriptedWorker { Script = _ => [] };
        await using var app = await IngestApp.StartAsync(_folder, worker, _time, ("SWEEP_SECONDS", "60"), ("MAX_ATTEMPTS", "2"));
        await app.UploadAsync(receipts);
        await app.ProcessAsync(respondAsync: true);
        for (var round = 1; round <= 8; round++)
        {
            await PassAsync(app, () => worker.Commands.Count == receipts * round);
            foreach (var command in worker.Commands.TakeLast(receipts))
            {
                await PublishErrorAsync(app, command, exception);
            }
        }

        Assert.Empty(worker.Failures);
        Assert.All(await app.RowsAsync(), row => Assert.InRange(row.Errors, 0, 1));
    }

    [Fact]
    public void A_receipt_alone_is_charged_for_every_second_error()
    {
        var attribution = new ErrorAttribution();
        var receipt = Guid.NewGuid();
        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(_ => attribution.IsCharged(receipt)));
    }

    // The message that MassTransit publishes when all attempts of the Extractor fail.
    private static async Task PublishErrorAsync(IngestApp app, RecognizeReceipt command, string exception)
    {
        await app.Services.GetRequiredService<IBus>().Publish<Fault<TextRecognized>>(new ExtractorError(command, exception));
        await Probe.UntilAsync(async () => (await app.RowsAsync()).Single(row => row.ReceiptId == command.Receipt.ReceiptId).LeaseOwner is null);
    }

    private async Task PassAsync(IngestApp app, Func<bool> outcome) => await Probe.UntilAsync(
        () => Task.FromResult(outcome()),
        async () =>
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            app.Services.GetRequiredService<DispatchTrigger>().Set();
            await Task.Delay(30);
        });

    private sealed class ExtractorError(RecognizeReceipt command, string exception) : Fault<TextRecognized>
    {
        public Guid FaultId { get; } = Guid.NewGuid();

        public Guid? FaultedMessageId => null;

        public DateTime Timestamp => default;

        public ExceptionInfo[] Exceptions => [new Cause(exception)];

        public HostInfo Host => null!;

        public string[] FaultMessageTypes => [];

        public TextRecognized Message => new()
        {
            Batch = command.Batch,
            Receipt = command.Receipt,
            Text = new RecognizedText
            {
                ImageWidth = 1,
                ImageHeight = 1,
                Words = [],
                Model = "test-1",
                CacheHit = false,
                ProcessingSeconds = 0.1,
                CompletedAt = command.Batch.OpenedAt,
            },
        };
    }

    private sealed class Cause(string exception) : ExceptionInfo
    {
        public string ExceptionType => exception;

        public ExceptionInfo? InnerException => null;

        public string StackTrace => "";

        public string Message => "";

        public string Source => "";

        public IDictionary<string, object>? Data => null;
    }
}
