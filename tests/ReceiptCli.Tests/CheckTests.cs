using Ocr.Extractor.Rules;
using Ocr.ReceiptCli.Commands;

namespace Ocr.ReceiptCli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly RuleFiles _files = new();

    [Fact]
    public void The_shipped_files_have_no_errors() => Assert.Empty(Errors());

    [Fact]
    public void Errors_of_schema_and_contents_of_both_files_are_reported_in_one_run()
    {
        RuleFiles.Change(_files.Rules, "\"priority\": 180", "\"priority\": \"high\"");
        RuleFiles.Change(_files.Rules, "\"comisión\", ", "\"comisión\", \"importe\", ");
        RuleFiles.Change(_files.Banks, "\"code\": \"0105\"", "\"code\": \"105\"");
        RuleFiles.Change(_files.Banks, "[\"Bangente\", ", "[\"Bangente\", \"Banesco\", ");
        string[] places = [.. Errors().Select(error => error.Place)];
        Assert.Contains(places, place => place.StartsWith("extraction_rules.json#/rules/2/priority (line ", StringComparison.Ordinal));
        Assert.Contains("extraction_rules.json#/ignoredLabels/1", places);
        Assert.Contains(places, place => place.StartsWith("banks.json#/banks/3/code (line ", StringComparison.Ordinal));
        Assert.Contains("banks.json#/banks/13/aliases/1", places);
        Assert.Contains("banks.json#/apps/2/bank", places);
    }

    [Fact]
    public void A_missing_part_is_reported_once_and_the_rest_is_checked()
    {
        RuleFiles.Change(_files.Rules, "\"always\": [\"referencia\", \"monto\", \"banco_origen\"],", "");
        RuleFiles.Change(_files.Rules, "\"oneOf\": [[\"cedula\"]", "\"oneOf\": [[\"color\"]");
        Assert.Equal(
            ["'always' is missing; add it", "'color' is not a field"],
            Errors().Select(error => error.Problem.Split("; use one of")[0]));
    }

    [Fact]
    public void A_file_that_is_not_JSON_does_not_hide_the_errors_of_the_other()
    {
        File.WriteAllText(_files.Rules, "{ \"version\": ");
        RuleFiles.Change(_files.Banks, "\"bank\": \"0172\"", "\"bank\": \"0999\"");
        Assert.Collection(
            Errors(),
            error => Assert.Contains("not valid JSON", error.Problem, StringComparison.Ordinal),
            error => Assert.Contains("no bank 0999", error.Problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_decision_file_next_to_the_rules_is_validated_against_its_schema()
    {
        File.WriteAllText(Path.Combine(_files.Folder, "decision.json"), "{ \"color\": 1 }");
        File.Delete(Path.Combine(_files.Folder, "decision.schema.json"));
        Assert.Contains("decision.schema.json", Assert.Single(Errors()).Problem, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_files.Folder, "decision.schema.json"), "{ \"type\": \"object\", \"additionalProperties\": false }");
        Assert.Equal("decision.json#/color (line 1)", Assert.Single(Errors()).Place);
    }

    [Fact]
    public async Task The_exit_code_shows_whether_there_are_errors()
    {
        Assert.Equal(0, await CommandLine.RunAsync(["check", "--rules", _files.Rules]));
        RuleFiles.Change(_files.Rules, "\"version\": \"1", "\"version\": \"v1");
        Assert.Equal(1, await CommandLine.RunAsync(["check", "--rules", _files.Rules, "--banks", _files.Banks]));
    }

    public void Dispose() => _files.Dispose();

    private IReadOnlyList<RuleError> Errors() => CheckCommand.Errors(_files.Rules, _files.Banks);
}
