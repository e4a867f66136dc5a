using Ocr.Extractor.Decision;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Live;

/// <summary>A snapshot of the rule file, the bank table and the decision policy.</summary>
/// <param name="Rules">Rule file and bank table.</param>
/// <param name="Policy">Decision policy.</param>
internal sealed record LiveText(RuleText Rules, PolicyText Policy)
{
    /// <summary>Changes with any change to any of the files.</summary>
    public string Hash => $"{Rules.Hash}.{Policy.Hash}";

    public static LiveText Read(ExtractorOptions options) => Read(options.ResolveRules(), options.ResolveBanks(), options.ResolveDecision());

    public static LiveText Read(string rulesPath, string banksPath, string decisionPath) =>
        new(RuleText.Read(rulesPath, banksPath), PolicyText.Read(decisionPath));

    /// <summary>Builds an engine from these files.</summary>
    /// <param name="model">Field model; without it, only the rules are used.</param>
    /// <exception cref="RuleFileException">The files have errors; those of all files are listed.</exception>
    public ExtractionEngine Build(FieldModel? model = null)
    {
        var errors = new List<RuleError>();
        var rules = Try(() => RuleSet.Parse(Rules), errors);
        var policy = Try(Policy.Parse, errors);
        if (rules is not null && policy is not null)
        {
            errors.AddRange(UnknownCodes(rules, policy));
        }

        return errors.Count > 0 ? throw new RuleFileException(errors) : new ExtractionEngine(rules!, model, new DecisionPolicy(policy!));
    }

    private IEnumerable<RuleError> UnknownCodes(RuleSet rules, PolicyFile policy)
    {
        string[] known = [.. rules.Receipt.Refusals.Select(refusal => refusal.Code).Distinct()];
        return policy.NotAReceipt.ByCode.Keys.Except(known).Select(code => new RuleError(
            $"{Path.GetFileName(Policy.Path)}#/notAReceipt/byCode/{code}", $"'{code}' is not a code of receipt/refusals in the rule file; use one of: {string.Join(", ", known)}"));
    }

    private static T? Try<T>(Func<T> parse, List<RuleError> errors)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (RuleFileException error)
        {
            errors.AddRange(error.Errors);
            return null;
        }
    }
}
