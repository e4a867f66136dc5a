using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Tests;

/// <summary>The position that a rule requires of its value.</summary>
public sealed class SourcePlaceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rules-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("header", "10.00")]
    [InlineData("body", "30.00")]
    [InlineData("footer", "30.00")]
    public void A_pattern_is_searched_in_its_region(string region, string expected) =>
        Assert.Equal(expected, Read($$"""{ "name": "m", "kind": "pattern", "grammar": "amount", "region": "{{region}}" }"""));

    [Theory]
    [InlineData("header", "")]
    [InlineData("body", "20.00")]
    [InlineData("footer", "")]
    [InlineData("any", "20.00")]
    public void A_label_counts_in_its_region(string region, string expected) =>
        Assert.Equal(expected, Read($$"""{ "name": "m", "kind": "label", "grammar": "amount", "labels": ["monto"], "region": "{{region}}" }"""));

    [Theory]
    [InlineData(2, "")]
    [InlineData(60, "20.00")]
    public void A_value_further_right_than_its_reach_is_not_taken(int reach, string expected) =>
        Assert.Equal(expected, Read($$"""{ "name": "m", "kind": "label", "grammar": "amount", "labels": ["monto"], "reachRight": {{reach}} }"""));

    [Theory]
    [InlineData(0.1, "")]
    [InlineData(3.5, "20.00")]
    public void A_value_further_below_than_its_reach_is_not_taken(double reach, string expected) =>
        Assert.Equal(expected, Read(
            FormattableString.Invariant($$"""{ "name": "m", "kind": "label", "grammar": "amount", "labels": ["monto"], "reach": {{reach}} }"""),
            new Screen().Stack("Monto", null, "20,00 Bs").Skip(3).Row("Fecha", null, "20/06/2025")));

    private static Screen Page() => new Screen()
        .Center("10,00 Bs").Skip(3)
        .Row("Monto", null, "20,00 Bs")
        .Row("Fecha", null, "20/06/2025").Skip(8)
        .Center("30,00 Bs");

    private string Read(string source, Screen? page = null)
    {
        var rules = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "extraction_rules.json")))!;
        rules["rules"]!.AsArray().Single(rule => (string)rule!["field"]! == FieldKeys.Monto)!["sources"] = new JsonArray(JsonNode.Parse(source));
        // labels by which apps are detected must stay labels
        rules["ignoredLabels"]!.AsArray().Add("se envió (bs.)");
        rules["ignoredLabels"]!.AsArray().Add("monto fiat");
        var path = Path.Combine(_folder, "extraction_rules.json");
        File.WriteAllText(path, rules.ToJsonString());
        var screen = page ?? Page();
        return new ExtractionEngine(RuleSet.Load(path, Path.Combine(Shipped.Folder, "banks.json")))
            .Extract(screen.Words, screen.Width, screen.Height).Fields[FieldKeys.Monto].Value;
    }
}
