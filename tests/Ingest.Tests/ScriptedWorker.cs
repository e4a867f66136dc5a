using System.Collections.Concurrent;
using MassTransit;
using Ocr.Contracts;

namespace Ocr.Ingest.Tests;

/// <summary>Runs a script for every command: by default, responds immediately that the receipt was read.</summary>
internal sealed class ScriptedWorker
{
    public ConcurrentQueue<RecognizeReceipt> Commands { get; } = new();

    public ConcurrentQueue<RecognitionFailed> Failures { get; } = new();

    public ConcurrentQueue<ReceiptUploaded> Uploads { get; } = new();

    public ConcurrentQueue<BatchOpened> Batches { get; } = new();

    public ConcurrentQueue<BatchCompleted> Completed { get; } = new();

    public Func<RecognizeReceipt, IEnumerable<object>> Script { get; set; } = command => [Read(command)];

    public static ReceiptProcessed Read(RecognizeReceipt command, bool succeeded = true) => new()
    {
        RequestId = command.Batch.RequestId,
        ReceiptId = command.Receipt.ReceiptId,
        Succeeded = succeeded,
        ReasonCode = succeeded ? null : FailureReasons.ImageUnreadable,
        Message = succeeded ? null : "No se pudo leer",
        ResultFile = $"{command.Batch.RequestId}_{command.Receipt.StoredName}.json",
        ProcessingSeconds = 0.3812,
        WordCount = 25,
        ConfidenceAverage = 0.94,
        TextLength = 187,
        StoredAt = command.Batch.OpenedAt.AddSeconds(1.24),
    };

    /// <summary>The message of a successful reading.</summary>
    public static object Extracted(RecognizeReceipt command) => new FieldsExtracted
    {
        Batch = command.Batch,
        Receipt = command.Receipt,
        Text = new RecognizedText
        {
            ImageWidth = 100,
            ImageHeight = 200,
            Words = [new WordBox("104,54", 0.96f, 1, 2, 30, 12)],
            Model = "test-1",
            CacheHit = false,
            ProcessingSeconds = 0.1,
            CompletedAt = command.Batch.OpenedAt.AddSeconds(1),
        },
        Extraction = new ExtractedReceipt
        {
            Fields = FieldKeys.All.ToDictionary(key => key, _ => new ExtractedField { Value = "" }),
            BeneficiaryName = new ExtractedField { Value = "" },
            OriginalText = "104,54",
            StructuredText = "104,54",
            LayoutApplied = true,
            IsReceipt = true,
            Complete = false,
            MissingFields = [],
            RulesVersion = "1",
        },
    };

    /// <summary>The message of a failed reading.</summary>
    public static object Unreadable(RecognizeReceipt command) => new RecognitionFailed
    {
        Batch = command.Batch,
        Receipt = command.Receipt,
        ReasonCode = FailureReasons.ImageUnreadable,
        Message = "No se pudo leer",
        FailedAt = command.Batch.OpenedAt.AddSeconds(1),
    };

    public sealed class Listener(ScriptedWorker worker)
        : IConsumer<RecognizeReceipt>, IConsumer<RecognitionFailed>, IConsumer<ReceiptUploaded>, IConsumer<BatchOpened>, IConsumer<BatchCompleted>
    {
        public async Task Consume(ConsumeContext<RecognizeReceipt> context)
        {
            worker.Commands.Enqueue(context.Message);
            foreach (var answer in worker.Script(context.Message))
            {
                await context.Publish(answer);
            }
        }

        public Task Consume(ConsumeContext<RecognitionFailed> context)
        {
            worker.Failures.Enqueue(context.Message);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<ReceiptUploaded> context)
        {
            worker.Uploads.Enqueue(context.Message);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<BatchOpened> context)
        {
            worker.Batches.Enqueue(context.Message);
            return Task.CompletedTask;
        }

        public Task Consume(ConsumeContext<BatchCompleted> context)
        {
            worker.Completed.Enqueue(context.Message);
            return Task.CompletedTask;
        }
    }
}

internal static class ScriptedWorkerExtensions
{
    /// <summary>Responds to the commands that the script left open.</summary>
    public static async Task RespondAsync(this ScriptedWorker worker, IngestApp app)
    {
        var bus = (IBus)app.Services.GetService(typeof(IBus))!;
        foreach (var command in worker.Commands)
        {
            await bus.Publish(ScriptedWorker.Read(command));
        }
    }

    /// <summary>Reads the receipts that the script left open, for the real Results to store.</summary>
    public static async Task RespondWithResultsAsync(this ScriptedWorker worker, IngestApp app)
    {
        var bus = (IBus)app.Services.GetService(typeof(IBus))!;
        foreach (var command in worker.Commands)
        {
            await bus.Publish(ScriptedWorker.Extracted(command));
        }
    }
}
