using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Extractor.Classification;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Tests;

public sealed class RuleFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rules-").FullName;

    [Fact]
    public void The_shipped_rules_have_one_rule_a_field() =>
        Assert.Equal(FieldKeys.All.Order(), Shipped.Rules.Rules.Select(rule => rule.Field).Order());

    [Fact]
    public void Every_sign_that_a_rule_file_may_name_is_looked_for() => Assert.Equal(PageSigns.All.Order(), ReceiptSigns.ByName.Keys.Order());

    [Fact]
    public void Every_error_is_reported_with_its_place()
    {
        var errors = Errors(rules =>
        {
            rules["rules"]![0]!["validator"]!["name"] = "nothing";
            rules["rules"]![1]!["sources"]![0]!["grammar"] = "prose";
            rules["rules"]![2]!["field"] = "color";
            rules["rules"]![3]!["sources"]![0]!["labels"] = new JsonArray();
        });
        Assert.Contains(errors, error => error.Place.EndsWith("rules/0/validator/name", StringComparison.Ordinal) && error.Problem.Contains("amount", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Place.EndsWith("rules/1/sources/0/grammar", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Place.EndsWith("rules/2/field", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Place.EndsWith("rules/3/sources/0/labels", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Problem.Contains("monto", StringComparison.Ordinal));
    }

    [Fact]
    public void A_misspelled_property_is_reported_with_its_line()
    {
        var error = Assert.Single(Errors(rules => rules["rules"]![0]!["prioridad"] = 1));
        Assert.Contains("prioridad", error.Problem, StringComparison.Ordinal);
        Assert.Contains("line", error.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_kind_is_reported_with_the_existing_ones() =>
        Assert.Contains(Errors(rules => rules["rules"]![0]!["sources"]![0]!["kind"] = "oracle"), error => error.Problem.Contains("signature", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_sign_is_reported_with_the_existing_ones_and_a_final_refusal_is_required()
    {
        var errors = Errors(rules =>
        {
            rules["receipt"]!["signs"]![0]!["sign"] = "magic";
            rules["receipt"]!["refusals"]!.AsArray().RemoveAt(rules["receipt"]!["refusals"]!.AsArray().Count - 1);
        });
        Assert.Contains(errors, error => error.Place.EndsWith("receipt/signs/0/sign", StringComparison.Ordinal) && error.Problem.Contains("successTitle", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Place.EndsWith("receipt/refusals", StringComparison.Ordinal));
    }

    [Fact]
    public void A_normalizer_that_is_unknown_or_does_not_support_the_grammar_is_reported_with_alternatives()
    {
        var errors = Errors(rules =>
        {
            rules["rules"]![0]!["normalizer"] = "shout";
            Rule(rules, "monto")["normalizer"] = "day-month-year";
            Rule(rules, "telefono")["normalizer"] = "as-read";
        });
        Assert.Contains(errors, error => error.Place.EndsWith("rules/0/normalizer", StringComparison.Ordinal) && error.Problem.Contains("no-blanks", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Problem.Contains("'day-month-year' does not support the values of the grammar 'amount', only: date, date-us", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Problem.Contains("the validator 'phone' does not support the values of 'as-read'; use one of: national-phone", StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_fields_and_signs_are_reported_at_every_place()
    {
        var errors = Errors(rules =>
        {
            rules["complete"]!["always"]![0] = "color";
            rules["complete"]!["oneOf"]![1]![0] = "sabor";
            var signs = rules["receipt"]!["fieldSigns"]!;
            signs["amount"]!["fields"]![0] = "precio";
            signs["app"] = new JsonObject { ["fields"] = new JsonArray("monto") };
            signs["nothing"] = new JsonObject();
            signs["noReferenceNoAmount"]!["none"]![0] = "noReferenceNoBeneficiary";
        });
        string[] places =
        [
            "complete/always/0", "complete/oneOf/1/0", "receipt/fieldSigns/amount/fields/0", "receipt/fieldSigns/app", "receipt/fieldSigns/nothing",
            "receipt/fieldSigns/noReferenceNoAmount/none/0",
        ];
        Assert.Equal(places.Order(), errors.Select(error => error.Place.Split("#/")[1]).Order());
    }

    [Fact]
    public void Entries_without_effect_are_reported()
    {
        var errors = Errors(rules =>
        {
            rules["rules"]![0]!["sources"]![0]!["without"] = new JsonArray("canal_pago");
            rules["rules"]![1]!["sources"]![1]!["name"] = "cuenta_origen.etiqueta";
            rules["chrome"]!.AsArray().Add("Monto:");
        });
        Assert.Contains(errors, error => error.Place.EndsWith("rules/0/sources/0", StringComparison.Ordinal) && error.Problem.Contains("runs later", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Place.EndsWith("rules/1/sources/1/name", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Problem.Contains("'Monto:' is a label of a rule too", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_file_is_reported_with_its_setting()
    {
        var error = Assert.Throws<RuleFileException>(() => RuleSet.Load(Path.Combine(_folder, "none.json"), Path.Combine(Shipped.Folder, "banks.json"))).Errors;
        Assert.Contains("RULES_FILE", Assert.Single(error).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_JSON_is_reported()
    {
        var path = Path.Combine(_folder, "broken.json");
        File.WriteAllText(path, "{ \"version\": ");
        var errors = Assert.Throws<RuleFileException>(() => RuleSet.Load(path, Path.Combine(Shipped.Folder, "banks.json"))).Errors;
        Assert.Contains("JSON", Assert.Single(errors).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_banks_with_one_code_and_an_app_without_a_bank_are_reported()
    {
        var banks = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "banks.json")))!;
        banks["banks"]![1]!["code"] = "0001";
        var path = Path.Combine(_folder, "banks.json");
        File.WriteAllText(path, banks.ToJsonString());
        var errors = Assert.Throws<RuleFileException>(() => RuleSet.Load(Path.Combine(Shipped.Folder, "extraction_rules.json"), path)).Errors;
        Assert.Contains(errors, error => error.Place == "banks.json#/banks/1/code");
        Assert.Contains(errors, error => error.Problem.Contains("no bank 0102", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonNode Rule(JsonNode rules, string field) => rules["rules"]!.AsArray().Single(rule => (string?)rule!["field"] == field)!;

    private IReadOnlyList<RuleError> Errors(Action<JsonNode> change)
    {
        var rules = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "extraction_rules.json")))!;
        change(rules);
        var path = Path.Combine(_folder, "extraction_rules.json");
        File.WriteAllText(path, rules.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }));
        return Assert.Throws<RuleFileException>(() => RuleSet.Load(path, Path.Combine(Shipped.Folder, "banks.json"))).Errors;
    }
}
