using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests.Live;

/// <summary>Rules change without a restart: applied within five seconds, rejected when they have errors, and no message is lost.</summary>
public sealed class HotReloadTests
{
    private const double Often = 0.05;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_changed_file_is_active_within_five_seconds_with_the_default_setting(bool mounted)
    {
        using var folder = new RuleFolder(mounted);
        await using var extractor = await RunningExtractor.StartAsync(folder);
        folder.Publish("9.9.9");
        Assert.True(await RunningExtractor.UntilAsync(() => extractor.Rules.Current.RulesVersion == "9.9.9") < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_changed_bank_table_is_applied_too()
    {
        using var folder = new RuleFolder(mounted: true);
        await using var extractor = await RunningExtractor.StartAsync(folder, Often);
        folder.Publish("banks.json", (await File.ReadAllTextAsync(folder.Banks)).Replace("\"BANCARIBE\"", "\"BANCO CARIBE\"", StringComparison.Ordinal));
        var screen = new Screen().Text(40).Center("PagomóvilBDV").Skip(2).Text(30).Row("Banco:", null, "0114 - BANCARIBE");
        await RunningExtractor.UntilAsync(() => Bank(extractor, screen) == "BANCO CARIBE");
    }

    [Fact]
    public async Task A_changed_policy_is_applied_and_an_invalid_one_is_rejected()
    {
        using var folder = new RuleFolder(mounted: true);
        await using var extractor = await RunningExtractor.StartAsync(folder, Often);
        var screen = Gallery.Make("bdv-card", 1).Screen;
        Assert.Equal(Shipped.Policy.Version, Read(extractor, screen).Decision!.PolicyVersion);
        var policy = (await File.ReadAllTextAsync(folder.Decision)).Replace(Shipped.Policy.Version, "9.9.9", StringComparison.Ordinal);
        folder.Publish("decision.json", policy.Replace("\"rechazado\": \"rechazar\"", "\"rechazado\": \"aceptar\"", StringComparison.Ordinal));
        await RunningExtractor.UntilAsync(() => extractor.Rules.State.Refused is not null);
        Assert.Equal(Shipped.Policy.Version, Read(extractor, screen).Decision!.PolicyVersion);
        folder.Publish("decision.json", policy);
        await RunningExtractor.UntilAsync(() => Read(extractor, screen).Decision!.PolicyVersion == "9.9.9");
        Assert.Equal("9.9.9", (string?)(await extractor.StatusAsync())["decision_version"]);
    }

    [Fact]
    public async Task What_a_receipt_needs_its_signs_and_the_form_of_a_value_are_taken_up_too()
    {
        using var folder = new RuleFolder(mounted: true);
        await using var extractor = await RunningExtractor.StartAsync(folder, Often);
        var screen = new Screen().Text(40).Center("PagomóvilBDV").Skip(2).Text(30).Row("Monto:", null, "Bs. 10,00").Row("Concepto:", null, "rifa de maria");
        Assert.False(Read(extractor, screen).Complete);
        Assert.Contains("monto", Read(extractor, screen).Judgement!.For);
        folder.Publish("9.9.9", rules =>
        {
            rules["complete"] = new JsonObject { ["always"] = new JsonArray("monto") };
            rules["receipt"]!["bias"] = 5;
            rules["receipt"]!["fieldSigns"]!["amount"] = new JsonObject { ["fields"] = new JsonArray("monto"), ["minLength"] = 6 };
            rules["rules"]!.AsArray().Single(rule => (string?)rule!["field"] == "concepto")!["normalizer"] = "no-blanks";
        });
        await RunningExtractor.UntilAsync(() => extractor.Rules.Current.RulesVersion == "9.9.9");

        var read = Read(extractor, screen);
        Assert.True(read.Complete);
        Assert.DoesNotContain("monto", read.Judgement!.For);
        Assert.Equal("rifademaria", read.Fields[FieldKeys.Concepto].Value);
    }

    [Fact]
    public async Task Invalid_rules_are_rejected_with_every_error_and_the_old_ones_stay_active()
    {
        using var folder = new RuleFolder(mounted: true);
        await using var extractor = await RunningExtractor.StartAsync(folder, Often);
        var before = extractor.Rules.Current;
        folder.Publish("9.9.9", rules =>
        {
            rules["rules"]![0]!["validator"]!["name"] = "nothing";
            rules["rules"]![1]!["sources"]![0]!["grammar"] = "prose";
        });
        await RunningExtractor.UntilAsync(() => extractor.Rules.State.Refused is not null);

        Assert.Same(before, extractor.Rules.Current);
        var status = await extractor.StatusAsync();
        Assert.Equal(Shipped.Rules.Version, (string?)status["rules_version"]);
        var errors = status["rules_refused"]!["faults"]!.AsArray();
        Assert.Contains(errors, error => ((string?)error)!.Contains("rules/0/validator/name", StringComparison.Ordinal));
        Assert.Contains(errors, error => ((string?)error)!.Contains("rules/1/sources/0/grammar", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("extraction_rules.json", "{ \"version\": ")]
    [InlineData("banks.json", "")]
    public async Task A_rejected_file_is_no_longer_reported_after_a_valid_one(string name, string content)
    {
        using var folder = new RuleFolder();
        await using var extractor = await RunningExtractor.StartAsync(folder, Often);
        var good = await File.ReadAllTextAsync(name == "banks.json" ? folder.Banks : folder.Rules);
        folder.Publish(name, content);
        await RunningExtractor.UntilAsync(() => extractor.Rules.State.Refused is not null);
        folder.Publish(name, good);
        await RunningExtractor.UntilAsync(() => extractor.Rules.State.Refused is null);
        Assert.Equal(Shipped.Rules.Version, extractor.Rules.Current.RulesVersion);
    }

    [Fact]
    public async Task A_missing_file_keeps_the_active_rules()
    {
        using var folder = new RuleFolder();
        await using var extractor = await RunningExtractor.StartAsync(folder, Often);
        File.Delete(folder.Rules);
        await RunningExtractor.UntilAsync(() => extractor.Rules.State.Refused is not null);
        Assert.Equal(Shipped.Rules.Version, extractor.Rules.Current.RulesVersion);
    }

    [Fact]
    public async Task The_hash_in_the_status_changes_with_the_rules()
    {
        using var folder = new RuleFolder();
        await using var extractor = await RunningExtractor.StartAsync(folder, Often);
        var before = (string?)(await extractor.StatusAsync())["rules_hash"];
        folder.Publish("9.9.9");
        await RunningExtractor.UntilAsync(() => extractor.Rules.Current.RulesVersion == "9.9.9");
        var after = await extractor.StatusAsync();
        Assert.NotEqual(before, (string?)after["rules_hash"]);
        Assert.Null(after["rules_refused"]);
    }

    [Fact]
    public async Task Every_message_is_processed_once_by_one_version_of_the_rules_while_they_change()
    {
        const int Messages = 300;
        using var folder = new RuleFolder(mounted: true);
        await using var extractor = await RunningExtractor.StartAsync(folder, Often);
        var sample = Gallery.Make("bdv-card", 1);
        for (var i = 0; i < Messages; i++)
        {
            if (i % 60 == 30)
            {
                var version = $"9.9.{i}";
                folder.Publish(version);
                await RunningExtractor.UntilAsync(() => extractor.Rules.Current.RulesVersion == version);
            }

            await extractor.Harness.Bus.Publish(Recognized.Message(sample.Screen));
        }

        await RunningExtractor.UntilAsync(() => extractor.Harness.Published.Select<FieldsExtracted>().Count() == Messages);
        FieldsExtracted[] answers = [.. extractor.Harness.Published.Select<FieldsExtracted>().Select(sent => sent.Context.Message)];
        Assert.Equal(Messages, answers.Select(answer => answer.Receipt.ReceiptId).Distinct().Count());
        Assert.True(answers.Select(answer => answer.Extraction.RulesVersion).Distinct().Count() >= 2);
        Assert.All(answers, answer => Assert.Equal(sample.Expected(FieldKeys.Referencia), answer.Extraction.Fields[FieldKeys.Referencia].Value));
    }

    private static string Bank(RunningExtractor extractor, Screen screen) => Read(extractor, screen).Fields[FieldKeys.BancoDestino].Value;

    private static ExtractedReceipt Read(RunningExtractor extractor, Screen screen) =>
        extractor.Rules.Current.Extract(screen.Words, screen.Width, screen.Height);
}
