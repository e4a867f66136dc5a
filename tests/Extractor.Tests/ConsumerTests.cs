using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Extractor.Tests.Screens;

namespace Ocr.Extractor.Tests;

public sealed class ConsumerTests
{
    [Fact]
    public async Task Recognised_words_are_answered_with_fields_and_travel_along()
    {
        var sample = Gallery.Make("bancamiga", 1);
        await using var provider = new ServiceCollection()
            .AddSingleton(Shipped.Engine)
            .AddMassTransitTestHarness(bus => bus.AddExtractorConsumers())
            .BuildServiceProvider(true);
        var harness = provider.GetRequiredService<ITestHarness>();
        await harness.Start();

        var message = Message(sample.Screen);
        await harness.Bus.Publish(message);

        Assert.True(await harness.Published.Any<FieldsExtracted>());
        var answer = (await harness.Published.SelectAsync<FieldsExtracted>().First()).Context.Message;
        Assert.Equal(message.Receipt.ReceiptId, answer.Receipt.ReceiptId);
        Assert.Equal(message.Text.Words.Count, answer.Text.Words.Count);
        Assert.Equal(sample.Expected(FieldKeys.Referencia), answer.Extraction.Fields[FieldKeys.Referencia].Value);
        Assert.Equal(Shipped.Rules.Version, answer.Extraction.RulesVersion);
    }

    private static TextRecognized Message(Screen screen) => new()
    {
        Batch = new BatchInfo
        {
            RequestId = "BATCH_20250711_143052_a8f",
            Size = 1,
            Position = 1,
            Profile = "balanced",
            IncludeCoordinates = true,
            OpenedAt = DateTimeOffset.UnixEpoch,
        },
        Receipt = new ReceiptInfo
        {
            ReceiptId = Guid.NewGuid(),
            StoredName = "a.png",
            OriginalName = "a.png",
            ObjectKey = "a",
            Sha256 = new string('0', 64),
            ContentType = "image/png",
            SizeBytes = 1,
            UploadedAt = DateTimeOffset.UnixEpoch,
            Metadata = new ReceiptMetadata { DrawNumber = "A", DrawDate = "20250711", WhatsappId = "1@lid", SenderName = "Ana", SentAt = "14-30" },
        },
        Text = new RecognizedText
        {
            ImageWidth = screen.Width,
            ImageHeight = screen.Height,
            Words = screen.Words,
            Model = "compact-1.0.0",
            CacheHit = false,
            ProcessingSeconds = 0.1,
            CompletedAt = DateTimeOffset.UnixEpoch,
        },
    };
}
