using Ocr.Contracts;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Context;

/// <summary>Creates a field from a match: applies the rule's normalizer and validator, and computes confidence and doubts from the evidence.</summary>
internal static class FieldFactory
{
    private const double Misread = 0.85;
    private const double Cut = 0.6;
    private const double Unlikely = 0.8;
    private const double NotValid = 0.4;
    private const double PoorlyRead = 0.8;

    /// <param name="context">The receipt.</param>
    /// <param name="rule">The field's rule.</param>
    /// <param name="source">The source of the match.</param>
    /// <param name="run">The text that contains the match.</param>
    /// <param name="match">The match.</param>
    /// <param name="likeness">Similarity of the label to the rule's label, 0–1.</param>
    public static Finding Create(ReceiptContext context, FieldRule rule, SourceRule source, Run run, ValueMatch match, double likeness)
    {
        Token[] tokens = [.. run.TokensIn(match.Start, match.End)];
        var value = match.Problem is null ? Normalizers.ByName[rule.Normalizer].Apply(match.Value) : match.Value;
        var reason = match.Problem ?? match.Flaw ?? Hidden(context, source, run, match, tokens) ?? Validators.ByName[rule.Validator.Name](value, rule.Validator, context.Arrived);
        var reading = new Evidence(1).Weigh(match.Quality, match.Doubt);
        Weigh(reading, tokens, isNumber: context.Rules.Grammars[source.Grammar!].IsNumber, context);
        if (run.Repaired(match.Start, match.End))
        {
            reading.Weigh(Misread, "Una letra se tomó por el dígito al que se parece");
        }

        reason ??= rule.Validator.MinReading is { } min && Read(tokens) < min ? "La lectura es demasiado dudosa" : null;
        var note = Validators.Note(value, rule.Validator, context.Arrived);
        reading.Weigh(note is null ? 1 : Unlikely);

        var field = new ExtractedField
        {
            Value = value,
            Raw = Run.Flatten(run.Text[match.Start..match.End]),
            Valid = reason is null,
            Reason = reason,
            Warnings = reading.Doubts,
            Notes = [.. new[] { match.Note, note }.OfType<string>()],
            Confidence = Round(source.Weight * likeness * reading.Confidence * (reason is null || match.Masked ? 1 : NotValid)),
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
        return new Finding(field, tokens) { Place = source.Weight * likeness, Reading = reading.Confidence };
    }

    /// <summary>Creates a field whose value was not parsed by a grammar: an app's property, another field's bank.</summary>
    public static Finding Create(SourceRule source, string value, IReadOnlyList<Token> tokens, double confidence, string? prefix = null) =>
        new(new ExtractedField
        {
            Value = value,
            Raw = string.Join(' ', tokens.Select(token => token.Text)),
            Valid = true,
            Confidence = Round(source.Weight * confidence),
            Rule = source.Name,
            WordIndexes = Words(tokens),
            Prefix = prefix,
        }, tokens)
        {
            Place = source.Weight * confidence,
        };

    /// <summary>Returns the mean confidence of titles and names; 1 when there are no words.</summary>
    public static double Mean(IReadOnlyCollection<Token> tokens) => tokens.Count == 0 ? 1 : tokens.Average(token => token.Confidence);

    /// <summary>Adds the evidence of the words: their reading confidence and their position.</summary>
    private static void Weigh(Evidence evidence, Token[] tokens, bool isNumber, ReceiptContext context)
    {
        var read = Read(tokens);
        evidence.Weigh(read, read < PoorlyRead ? "La lectura del texto es dudosa" : null);
        if (Array.Exists(tokens, token => context.Page.IsAtEdge(token.Box)))
        {
            evidence.Weigh(Cut, "Toca el borde de la imagen: puede estar cortado");
        }
        else if (isNumber && context.LacksCharacter(tokens))
        {
            evidence.Weigh(Cut, "Al borde parece faltar un carácter");
        }
    }

    private static string? Hidden(ReceiptContext context, SourceRule source, Run run, ValueMatch match, Token[] tokens) =>
        match.Format == "decimal" && HiddenDigits.Precede(tokens) ? "Hay marcas delante de las cifras: una parte del monto puede estar tapada"
        : context.Rules.Grammars[source.Grammar!].IsNumber && !match.Masked && tokens.Length > 0 && IsPart(run, match, tokens)
            ? "Hay marcas o puntos suspensivos junto a las cifras: no se ve el número entero"
        : null;

    /// <summary>Whether marks replace digits before or after the value. Before amounts and dates, dots lead from the label to its value.</summary>
    private static bool IsPart(Run run, ValueMatch match, Token[] tokens)
    {
        var (first, last) = (tokens[0], tokens[^1]);
        var before = first.Text[..Math.Clamp(match.Start - run.PlaceOf(first).Start, 0, first.Text.Length)];
        var rest = last.Text[Math.Clamp(match.End - run.PlaceOf(last).Start, 0, last.Text.Length)..];
        return HiddenDigits.Follow(last, rest) || (match.Format is null or "venezolana" && HiddenDigits.Lead(first, before));
    }

    /// <summary>Returns the probability that every word was read right; of words with digits, only these count.</summary>
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

    private static double Round(double confidence) => Math.Round(Math.Clamp(confidence, 0, 1), 4);

    private static int[] Words(IEnumerable<Token> tokens) => [.. tokens.Select(token => token.WordIndex).Distinct()];
}
