using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Tests;

public sealed class RuleFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rules-").FullName;

    [Fact]
    public void The_shipped_rules_have_one_rule_a_field() =>
        Assert.Equal(FieldKeys.All.Order(), Shipped.Rules.Rules.Select(rule => rule.Field).Order());

    [Fact]
    public void Every_fault_is_told_at_once_with_its_place()
    {
        var faults = Faults(rules =>
        {
            rules["rules"]![0]!["validator"]!["name"] = "nothing";
            rules["rules"]![1]!["sources"]![0]!["grammar"] = "prose";
            rules["rules"]![2]!["field"] = "color";
            rules["rules"]![3]!["sources"]![0]!["labels"] = new JsonArray();
        });
        Assert.Contains(faults, fault => fault.Place.EndsWith("rules/0/validator/name", StringComparison.Ordinal) && fault.Problem.Contains("amount", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Place.EndsWith("rules/1/sources/0/grammar", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Place.EndsWith("rules/2/field", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Place.EndsWith("rules/3/sources/0/labels", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Problem.Contains("monto", StringComparison.Ordinal));
    }

    [Fact]
    public void A_misspelt_property_is_told_with_its_line()
    {
        var fault = Assert.Single(Faults(rules => rules["rules"]![0]!["prioridad"] = 1));
        Assert.Contains("prioridad", fault.Problem, StringComparison.Ordinal);
        Assert.Contains("line", fault.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_kind_is_told_with_those_that_exist() =>
        Assert.Contains(Faults(rules => rules["rules"]![0]!["sources"]![0]!["kind"] = "oracle"), fault => fault.Problem.Contains("signature", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_sign_is_told_with_those_that_exist_and_a_reason_for_the_rest_is_asked_for()
    {
        var faults = Faults(rules =>
        {
            rules["receipt"]!["signs"]![0]!["sign"] = "magic";
            rules["receipt"]!["refusals"]!.AsArray().RemoveAt(rules["receipt"]!["refusals"]!.AsArray().Count - 1);
        });
        Assert.Contains(faults, fault => fault.Place.EndsWith("receipt/signs/0/sign", StringComparison.Ordinal) && fault.Problem.Contains("successTitle", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Place.EndsWith("receipt/refusals", StringComparison.Ordinal));
    }

    [Fact]
    public void A_normalizer_that_is_unknown_or_cannot_read_what_the_grammar_gives_is_told_with_those_that_can()
    {
        var faults = Faults(rules =>
        {
            rules["rules"]![0]!["normalizer"] = "shout";
            Rule(rules, "monto")["normalizer"] = "day-month-year";
            Rule(rules, "telefono")["normalizer"] = "as-read";
        });
        Assert.Contains(faults, fault => fault.Place.EndsWith("rules/0/normalizer", StringComparison.Ordinal) && fault.Problem.Contains("no-blanks", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Problem.Contains("'day-month-year' cannot read what the grammar 'amount' gives, only: date, date-us", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Problem.Contains("the validator 'phone' cannot judge what 'as-read' gives; use one of: national-phone", StringComparison.Ordinal));
    }

    [Fact]
    public void Fields_and_signs_that_do_not_exist_are_told_wherever_they_are_named()
    {
        var faults = Faults(rules =>
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
        Assert.Equal(places.Order(), faults.Select(fault => fault.Place.Split("#/")[1]).Order());
    }

    [Fact]
    public void What_would_have_no_effect_is_told()
    {
        var faults = Faults(rules =>
        {
            rules["rules"]![0]!["sources"]![0]!["without"] = new JsonArray("canal_pago");
            rules["rules"]![1]!["sources"]![1]!["name"] = "cuenta_origen.etiqueta";
            rules["chrome"]!.AsArray().Add("Monto:");
        });
        Assert.Contains(faults, fault => fault.Place.EndsWith("rules/0/sources/0", StringComparison.Ordinal) && fault.Problem.Contains("runs later", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Place.EndsWith("rules/1/sources/1/name", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Problem.Contains("'Monto:' is a label of a rule too", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_file_names_the_setting_that_mends_it()
    {
        var fault = Assert.Throws<RuleFileException>(() => RuleSet.Load(Path.Combine(_folder, "none.json"), Path.Combine(Shipped.Folder, "banks.json"))).Faults;
        Assert.Contains("RULES_FILE", Assert.Single(fault).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_JSON_is_told_as_such()
    {
        var path = Path.Combine(_folder, "broken.json");
        File.WriteAllText(path, "{ \"version\": ");
        var faults = Assert.Throws<RuleFileException>(() => RuleSet.Load(path, Path.Combine(Shipped.Folder, "banks.json"))).Faults;
        Assert.Contains("JSON", Assert.Single(faults).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_banks_of_one_code_and_an_app_of_none_are_told()
    {
        var banks = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "banks.json")))!;
        banks["banks"]![1]!["code"] = "0001";
        var path = Path.Combine(_folder, "banks.json");
        File.WriteAllText(path, banks.ToJsonString());
        var faults = Assert.Throws<RuleFileException>(() => RuleSet.Load(Path.Combine(Shipped.Folder, "extraction_rules.json"), path)).Faults;
        Assert.Contains(faults, fault => fault.Place == "banks.json#/banks/1/code");
        Assert.Contains(faults, fault => fault.Problem.Contains("no bank 0102", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JsonNode Rule(JsonNode rules, string field) => rules["rules"]!.AsArray().Single(rule => (string?)rule!["field"] == field)!;

    private IReadOnlyList<RuleFault> Faults(Action<JsonNode> change)
    {
        var rules = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, "extraction_rules.json")))!;
        change(rules);
        var path = Path.Combine(_folder, "extraction_rules.json");
        File.WriteAllText(path, rules.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }));
        return Assert.Throws<RuleFileException>(() => RuleSet.Load(path, Path.Combine(Shipped.Folder, "banks.json"))).Faults;
    }
}
