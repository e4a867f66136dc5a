using System.Text;
using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Extractor.Decision;
using Ocr.Extractor.Live;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Tests.Decision;

public sealed class PolicyFileTests
{
    [Fact]
    public void Every_error_is_reported_with_its_place_and_its_fix()
    {
        var errors = Errors(policy =>
        {
            policy["states"]!["pendiente"] = Verdicts.Accept;
            policy["states"]!.AsObject().Remove("anulado");
            policy["minStateConfidence"] = 7;
            policy["incomplete"] = "ignorar";
            policy["fields"]!["monto"]!["minconfidence"] = 1;
        });
        Assert.Contains(errors, error => error.Place.Contains("states/pendiente", StringComparison.Ordinal) && error.Problem.Contains("revisar, rechazar", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Problem.Contains("'anulado' is missing; add it", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Place.Contains("minStateConfidence", StringComparison.Ordinal) && error.Problem.Contains("at most 1", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Place.Contains("incomplete", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Problem.Contains("'minconfidence' is not known here", StringComparison.Ordinal));
        Assert.Equal(5, errors.Count);
    }

    [Fact]
    public void An_unknown_field_and_code_are_reported_with_the_existing_ones()
    {
        var field = Assert.Single(Errors(policy => policy["fields"]!["color"] = new JsonObject { ["minConfidence"] = 1 }));
        Assert.Equal("decision.json#/fields/color", field.Place);
        Assert.Equal($"'color' is not a field; use one of: {string.Join(", ", FieldKeys.All)}", field.Problem);
        var code = Assert.Single(Errors(policy => policy["notAReceipt"]!["byCode"]!["CHARLA"] = Verdicts.Review));
        Assert.Equal("decision.json#/notAReceipt/byCode/CHARLA", code.Place);
        Assert.Contains("CONVERSACION", code.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_reported_with_its_setting() =>
        Assert.Contains("DECISION_FILE", Assert.Single(Errors(new PolicyText("/none/decision.json", null))).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_JSON_is_reported_once() =>
        Assert.Contains("not valid JSON", Assert.Single(Errors(new PolicyText("decision.json", "{"u8.ToArray()))).Problem, StringComparison.Ordinal);

    // The SHA-256 of no bytes starts with these digits.
    [Fact]
    public void The_hash_of_an_empty_file_differs_from_that_of_a_missing_one() =>
        Assert.Equal(("e3b0c44298fc", "e3b0c44298fc-"), (new PolicyText("decision.json", []).Hash, new PolicyText("decision.json", null).Hash));

    [Fact]
    public void Errors_of_the_rules_and_of_the_policy_are_reported_together()
    {
        var text = Text(policy => policy["version"] = "one");
        var errors = Assert.Throws<RuleFileException>(() => (text with { Rules = text.Rules with { Rules = null } }).Build()).Errors;
        Assert.Contains(errors, error => error.Problem.Contains("RULES_FILE", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Place.StartsWith("decision.json", StringComparison.Ordinal));
    }

    [Fact]
    public void Any_change_to_the_policy_changes_the_hash()
    {
        var hashes = new[] { Text(_ => { }), Text(policy => policy["version"] = "9.9.9"), Text(_ => { }) with { Policy = new PolicyText("decision.json", null) } };
        Assert.Equal(3, hashes.Select(text => text.Hash).Distinct().Count());
    }

    private static IReadOnlyList<RuleError> Errors(Action<JsonNode> change) => Errors(Text(change).Policy);

    private static IReadOnlyList<RuleError> Errors(PolicyText policy) =>
        Assert.Throws<RuleFileException>(() => (Text(_ => { }) with { Policy = policy }).Build()).Errors;

    private static LiveText Text(Action<JsonNode> change)
    {
        var policy = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "decision.json")))!;
        change(policy);
        return LiveText.Read(new ExtractorOptions { RulesPath = Path.Combine(Shipped.Folder, "extraction_rules.json") }) with
        {
            Policy = new PolicyText("decision.json", Encoding.UTF8.GetBytes(policy.ToJsonString())),
        };
    }
}
