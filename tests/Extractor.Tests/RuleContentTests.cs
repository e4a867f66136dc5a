using System.Text.Json.Nodes;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Tests;

/// <summary>Errors in the contents of files that match their schemas.</summary>
public sealed class RuleContentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rules-").FullName;

    /// <summary>A change of a rule file, the end of the expected place, and a part of the expected error.</summary>
    public static TheoryData<string, Action<JsonNode>, string, string> OfRules => new()
    {
        { "label twice", rules => Labels(rules, 2).Add("MONTO"), "rules/2/sources/0/labels/16", "is already in this list as 'monto'" },
        { "ignored twice", rules => rules["ignoredLabels"]!.AsArray().Add("Comision"), "ignoredLabels/51", "already in this list as 'comisión'" },
        { "equal priorities", rules => rules["rules"]![11]!["priority"] = 130, "rules/11/sources/1/sharedLabels/0", "both rules have priority 130" },
        { "label and button", rules => rules["chrome"]!.AsArray().Add("Monto:"), "chrome/26", "'Monto:' is a label of a rule too" },
        { "ignored and title", rules => rules["successTitles"]!.AsArray().Add("estado"), "successTitles/35", "'estado' is one of ignoredLabels too" },
        { "unknown app", rules => rules["rules"]![6]!["sources"]![0]!["apps"] = new JsonArray("zele"), "rules/6/sources/0/apps/0", "no app 'zele'" },
    };

    /// <summary>The same for a bank table.</summary>
    public static TheoryData<string, Action<JsonNode>, string, string> OfBanks => new()
    {
        { "alias twice", banks => Aliases(banks, 9).Add("caroní"), "banks/9/aliases/2", "'caroní' is already in this bank" },
        { "alias of two", banks => Aliases(banks, 9).Add("Banesco"), "banks/10/aliases/0", "'Banesco' is a name of 0128 too" },
        { "alias that is a suffix", banks => Aliases(banks, 9).Add("Universal"), "banks/9/aliases/2", "is one of the suffixes" },
        { "alias that is a common word", banks => Aliases(banks, 9).Add("Destino"), "banks/9/aliases/2", "move it to commonAliases" },
        { "app twice", banks => App(banks, "bdv")["name"] = "tpago", "apps/2/name", "'tpago' appears twice" },
        { "app of no bank", banks => App(banks, "banplus")["bank"] = "0999", "apps/11/bank", "no bank 0999" },
        { "app that nothing gives away", banks => App(banks, "banplus")["phrases"] = new JsonObject { ["Comprobante de pago"] = 0 }, "apps/11", "nothing identifies 'banplus'" },
        { "phrase twice", banks => App(banks, "banplus")["phrases"]!["BANPLUS"] = 2, "apps/11/phrases/BANPLUS", "is already in this app" },
        { "phrase of another bank's app", banks => App(banks, "banplus")["phrases"]!["Zinli"] = 2, "apps/14/phrases/Zinli", "a phrase of 'banplus' too" },
        { "app that another hides", banks => App(banks, "mercantil")["phrases"] = new JsonObject { ["Mercantil"] = 1.5 }, "apps/6/phrases", "'tpago' has all of them" },
        { "labels without a number", banks => App(banks, "banplus")["labels"] = new JsonArray("monto"), "apps/11/labels", "without minLabels" },
        { "more labels than there are", banks => App(banks, "bdv")["minLabels"] = 3, "apps/1/minLabels", "3 labels are required and 2 are listed" },
        { "label that no rule has", banks => App(banks, "bdv")["labels"]![0] = "instrumento", "apps/1/labels/0", "'instrumento' is not a label" },
        { "label inside a title", banks => App(banks, "banplus")["phrases"]!["Banco destino Banplus"] = 4, "apps/11/phrases/Banco destino Banplus", "starts with the label 'banco destino'" },
    };

    [Theory]
    [MemberData(nameof(OfRules))]
    public void An_error_of_a_rule_file_is_reported_with_its_place(string what, Action<JsonNode> change, string place, string problem) =>
        Assert.True(IsReported("extraction_rules.json", change, place, problem, out var reported), $"{what}: {reported}");

    [Theory]
    [MemberData(nameof(OfBanks))]
    public void An_error_of_a_bank_table_is_reported_with_its_place(string what, Action<JsonNode> change, string place, string problem) =>
        Assert.True(IsReported("banks.json", change, place, problem, out var reported), $"{what}: {reported}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private bool IsReported(string changed, Action<JsonNode> change, string place, string problem, out string reported)
    {
        foreach (var name in (string[])["extraction_rules.json", "banks.json"])
        {
            var node = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.Folder, name)))!;
            if (name == changed)
            {
                change(node);
            }

            File.WriteAllText(Path.Combine(_folder, name), node.ToJsonString());
        }

        var errors = Assert.Throws<RuleFileException>(() => RuleSet.Load(Path.Combine(_folder, "extraction_rules.json"))).Errors;
        reported = string.Join('\n', errors);
        return errors.Any(error => error.Place == $"{changed}#/{place}" && error.Problem.Contains(problem, StringComparison.Ordinal));
    }

    private static JsonArray Labels(JsonNode rules, int rule) => rules["rules"]![rule]!["sources"]![0]!["labels"]!.AsArray();

    private static JsonArray Aliases(JsonNode banks, int bank) => banks["banks"]![bank]!["aliases"]!.AsArray();

    private static JsonNode App(JsonNode banks, string name) => banks["apps"]!.AsArray().Single(app => (string?)app!["name"] == name)!;
}
