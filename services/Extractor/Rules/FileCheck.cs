using Ocr.Extractor.Banks;

namespace Ocr.Extractor.Rules;

/// <summary>Finds all errors of the rule files in one run, of schema and contents.</summary>
internal static class FileCheck
{
    private const string Optional = "decision.json";

    /// <summary>Checks the rule file, the bank table, and their consistency.</summary>
    public static CheckedFiles Of(RuleText text)
    {
        List<SchemaError> ofRules = [], ofBanks = [];
        var rules = RuleFileReader.Read<RuleFile>(text.RulesPath, text.Rules, "extraction_rules.schema.json", ofRules);
        var banks = RuleFileReader.Read<BankFile>(text.BanksPath, text.Banks, "banks.schema.json", ofBanks);
        var both = rules is not null && banks is not null;
        var errors = Join(text.RulesPath, ofRules, rules is null ? [] : RuleCheck.Errors(rules).Concat(both ? CrossCheck.OfRules(rules, banks!) : []))
            .Concat(Join(text.BanksPath, ofBanks, banks is null ? [] : BankCheck.Errors(banks).Concat(both ? CrossCheck.OfBanks(rules!, banks) : [])));
        return new CheckedFiles(rules, banks, [.. errors]);
    }

    /// <summary>Checks the other files in the folder of the rule file, each against the schema next to it.</summary>
    public static IReadOnlyList<RuleError> Beside(string rulesPath)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(rulesPath))!, Optional);
        var schema = Path.ChangeExtension(path, ".schema.json");
        return !File.Exists(path) ? []
            : File.Exists(schema) ? RuleFileReader.Errors(path, File.ReadAllBytes(path), File.ReadAllText(schema))
            : [new RuleError(Optional, $"{Path.GetFileName(schema)} is missing next to it; put it there")];
    }

    /// <summary>Combines the errors; omits errors of contents where a schema error is reported already.</summary>
    private static IEnumerable<RuleError> Join(string path, List<SchemaError> schema, IEnumerable<RuleError> contents)
    {
        string[] reported = [.. schema.Select(error => error.Mended).OfType<string>()];
        return schema.Select(error => error.Error).Concat(contents
            .Where(error => !reported.Any(place => error.Place == place || error.Place.StartsWith(place + "/", StringComparison.Ordinal) || place.Length == 0))
            .Select(error => error with { Place = $"{Path.GetFileName(path)}#/{error.Place}" }));
    }
}

/// <summary>The rule files as far as they can be read.</summary>
/// <param name="Rules">The rule file; <see langword="null"/> when it is missing or is not JSON.</param>
/// <param name="Banks">The bank table; <see langword="null"/> when it is missing or is not JSON.</param>
/// <param name="Errors">When empty, both files are present and valid.</param>
internal sealed record CheckedFiles(RuleFile? Rules, BankFile? Banks, IReadOnlyList<RuleError> Errors);
