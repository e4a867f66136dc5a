using Ocr.Contracts;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Engine;

/// <summary>Makes the field of a match: given its form by the rule's normaliser and judged by its validator, its confidence and its doubts from all that led to it.</summary>
internal static class FieldFactory
{
    private const double Misread = 0.85;
    private const double Cut = 0.6;
    private const double Unlikely = 0.8;
    private const double NotValid = 0.4;
    private const double PoorlyRead = 0.8;

    /// <param name="context">The receipt.</param>
    /// <param name="rule">The field's rule.</param>
    /// <param name="source">The source that found it.</param>
    /// <param name="run">Where it was found.</param>
    /// <param name="match">What was found.</param>
    /// <param name="likeness">0–1: how well the label was read.</param>
    public static Finding Create(ReceiptContext context, FieldRule rule, SourceRule source, Run run, ValueMatch match, double likeness)
    {
        Token[] tokens = [.. run.TokensIn(match.Start, match.End)];
        var value = match.Problem is null ? Normalizers.ByName[rule.Normalizer].Apply(match.Value) : match.Value;
        var reason = match.Problem ?? Validators.ByName[rule.Validator.Name](value, rule.Validator, context.Arrived);
        var evidence = new Evidence(source.Weight * likeness).Weigh(match.Quality, match.Doubt);
        Weigh(evidence, tokens, isNumber: context.Rules.Grammars[source.Grammar!].IsNumber, context);
        if (run.Repaired(match.Start, match.End))
        {
            evidence.Weigh(Misread, "Una letra se tomó por el dígito al que se parece");
        }

        if (Validators.Doubt(value, rule.Validator, context.Arrived) is { } doubt)
        {
            evidence.Weigh(Unlikely, doubt);
        }

        var field = new ExtractedField
        {
            Value = value,
            Raw = Run.Flatten(run.Text[match.Start..match.End]),
            Valid = reason is null,
            Reason = reason,
            Warnings = evidence.Doubts,
            Confidence = evidence.Weigh(reason is null || match.Masked ? 1 : NotValid).Confidence,
            Rule = source.Name,
            WordIndexes = Words(tokens),
            Format = match.Format,
            Currency = match.Currency,
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
            Confidence = new Evidence(source.Weight * confidence).Confidence,
            Rule = source.Name,
            WordIndexes = Words(tokens),
            Prefix = prefix,
        }, tokens);

    /// <summary>How well titles and names were read; 1 when there are no words to doubt.</summary>
    public static double Mean(IReadOnlyCollection<Token> tokens) => tokens.Count == 0 ? 1 : tokens.Average(token => token.Confidence);

    /// <summary>What the words themselves say: how they were read and where they stand.</summary>
    private static void Weigh(Evidence evidence, Token[] tokens, bool isNumber, ReceiptContext context)
    {
        var read = Read(tokens);
        evidence.Weigh(read, read < PoorlyRead ? "La lectura del texto es dudosa" : null);
        if (isNumber && context.LacksCharacter(tokens))
        {
            evidence.Weigh(Cut, "Al borde parece faltar un carácter");
        }
    }

    /// <summary>How likely it is that every word was read right; where there are figures, they are what counts.</summary>
    private static double Read(Token[] tokens)
    {
        var figures = Array.Exists(tokens, token => token.HasDigit);
        var read = 1.0;
        foreach (var token in tokens)
        {
            read *= figures && !token.HasDigit ? 1 : token.Confidence;
        }

        return read;
    }

    private static int[] Words(IEnumerable<Token> tokens) => [.. tokens.Select(token => token.WordIndex).Distinct()];
}
