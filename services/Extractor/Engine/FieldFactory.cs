using Ocr.Contracts;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Engine;

/// <summary>Makes the field of a match: judged by the rule's validator, its confidence from all that led to it.</summary>
internal static class FieldFactory
{
    private const double Misread = 0.85;
    private const double NotValid = 0.4;

    /// <param name="rule">The field's rule.</param>
    /// <param name="source">The source that found it.</param>
    /// <param name="run">Where it was found.</param>
    /// <param name="match">What was found.</param>
    /// <param name="likeness">0–1: how well the label was read.</param>
    public static Finding Create(FieldRule rule, SourceRule source, Run run, ValueMatch match, double likeness)
    {
        Token[] tokens = [.. run.TokensIn(match.Start, match.End)];
        var reason = match.Problem ?? Validators.ByName[rule.Validator.Name](match.Value, rule.Validator);
        var confidence = source.Weight * likeness * match.Quality * Mean(tokens)
            * (run.Repaired(match.Start, match.End) ? Misread : 1)
            * (reason is null || match.Masked ? 1 : NotValid);
        var field = new ExtractedField
        {
            Value = match.Value,
            Raw = Run.Flatten(run.Text[match.Start..match.End]),
            Valid = reason is null,
            Reason = reason,
            Confidence = Math.Round(Math.Clamp(confidence, 0, 1), 4),
            Rule = source.Name,
            WordIndexes = Words(tokens),
            Format = match.Format,
            Currency = match.Currency ?? (match.Format == "decimal" ? "BS" : null),
            Prefix = match.Prefix,
            Length = match.Length,
            Parsed = match.Parsed,
            Masked = match.Masked,
            PrefixInferred = match.PrefixInferred,
        };
        return new Finding(field, tokens);
    }

    /// <summary>A value that no grammar read: an app's property, another field's bank.</summary>
    public static Finding Create(SourceRule source, string value, IReadOnlyList<Token> tokens, double confidence, string? prefix = null) =>
        new(new ExtractedField
        {
            Value = value,
            Raw = string.Join(' ', tokens.Select(token => token.Text)),
            Valid = true,
            Confidence = Math.Round(Math.Clamp(source.Weight * confidence, 0, 1), 4),
            Rule = source.Name,
            WordIndexes = Words(tokens),
            Prefix = prefix,
        }, tokens);

    /// <summary>How well the words were read; 1 when there are none to doubt.</summary>
    public static double Mean(IReadOnlyCollection<Token> tokens) => tokens.Count == 0 ? 1 : tokens.Average(token => token.Confidence);

    private static int[] Words(IEnumerable<Token> tokens) => [.. tokens.Select(token => token.WordIndex).Distinct()];
}
