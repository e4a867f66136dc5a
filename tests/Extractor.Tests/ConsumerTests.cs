using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Live;
using Ocr.Extractor.Telemetry;
using Ocr.ServiceDefaults.Bus;
using Ocr.ServiceDefaults.Telemetry;

namespace Ocr.Extractor.Tests;

public sealed class ConsumerTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Recognized_words_are_published_with_their_fields()
    {
        var sample = Gallery.Make("bancamiga", 1);
        await using var provider = new ServiceCollection()
            .AddSingleton(new LiveRules(LiveText.Read(new ExtractorOptions { RulesPath = Path.Combine(Shipped.Folder, "extraction_rules.json") }), TimeProvider.System))
            .AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<ExtractorMetrics>().AddSingleton<StageClock>()
            .AddMassTransitTestHarness(bus =>
            {
                // The harness stops waiting after this time of inactivity. Its default is too short for a loaded machine.
                bus.SetTestTimeouts(testTimeout: Timeout, testInactivityTimeout: Timeout);
                new HandlerRegistry(bus).AddExtractorConsumers();
            })
            .BuildServiceProvider(true);
        var harness = provider.GetRequiredService<ITestHarness>();
        await harness.Start();

        var message = Recognized.Message(sample.Screen);
        await harness.Bus.Publish(message);

        Assert.True(await harness.Published.Any<FieldsExtracted>());
        var answer = (await harness.Published.SelectAsync<FieldsExtracted>().First()).Context.Message;
        Assert.Equal(message.Receipt.ReceiptId, answer.Receipt.ReceiptId);
        Assert.Equal(message.Text.Words.Count, answer.Text.Words.Count);
        Assert.Equal(sample.Expected(FieldKeys.Referencia), answer.Extraction.Fields[FieldKeys.Referencia].Value);
        Assert.Equal(Shipped.Rules.Version, answer.Extraction.RulesVersion);
        Assert.Equal(Shipped.Policy.Version, answer.Extraction.Decision?.PolicyVersion);
    }
}
