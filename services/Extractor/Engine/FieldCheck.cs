using System.Text.RegularExpressions;
using Ocr.Contracts;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Values;
using ValueMatch = Ocr.Extractor.Values.ValueMatch;

namespace Ocr.Extractor.Engine;

/// <summary>Checks a value that a person typed with the grammars, the normalizer and the validator of its field.</summary>
internal static partial class FieldCheck
{
    private const int MaxLength = 100;
    private const string TypedBy = "correccion";
    private const string MonthFirst = "date-us";
    private const float LetterWidth = 10, LineHeight = 20;

    /// <summary>Returns the value in the reported form, or as typed with the reason why it is not valid.</summary>
    /// <param name="rules">The active rules.</param>
    /// <param name="key">Key of the field.</param>
    /// <param name="text">The typed value.</param>
    /// <param name="arrived">Day of the upload; without it, dates are not compared with it.</param>
    public static ExtractedField Check(RuleSet rules, string key, string text, DateOnly? arrived)
    {
        text = text.Trim();
        if (rules.Rules.FirstOrDefault(rule => rule.Field == key) is not { } rule)
        {
            return Refused(text, "No es un campo del comprobante");
        }

        if (text.Length is 0 or > MaxLength || text.Any(char.IsControl))
        {
            return Refused(text, $"Debe tener de 1 a {MaxLength} caracteres en una sola línea");
        }

        // Some receipts print the month first; people type the day first.
        var grammars = rule.Sources.Select(source => source.Grammar).OfType<string>().Where(name => name != MonthFirst).Distinct().ToArray();
        return grammars.Length == 0 ? Typed(text) : Check(rules, rule, grammars, text, arrived);
    }

    private static ExtractedField Check(RuleSet rules, FieldRule rule, string[] grammars, string text, DateOnly? arrived)
    {
        // Reading tolerates separators that a person would not type.
        string? reason = grammars.Contains("amount") && !Amount().IsMatch(text) ? "El monto no se puede leer como número" : null;
        foreach (var grammar in reason is null ? grammars.Select(name => rules.Grammars[name]) : [])
        {
            var run = RunOf(text, joined: grammar.IsNumber);
            foreach (var match in grammar.Find(run, shared: false).Where(match => IsWhole(match, run, grammar)))
            {
                var value = match.Problem is null ? Normalizers.ByName[rule.Normalizer].Apply(match.Value) : match.Value;
                var problem = match.Problem ?? Validators.ByName[rule.Validator.Name](value, rule.Validator, arrived);
                if (problem is null)
                {
                    return Typed(value) with
                    {
                        Raw = text,
                        Format = match.Format,
                        Currency = match.Currency,
                        Prefix = match.Prefix,
                        Length = match.Length,
                        Parsed = match.Parsed,
                        Masked = match.Masked,
                    };
                }

                reason ??= problem;
            }

            reason ??= grammar.AsRead(run)?.Problem;
        }

        return Refused(text, reason ?? "No tiene la forma de este campo");
    }

    // A typed value is only that value: text beside it, and letters in place of digits, are errors.
    private static bool IsWhole(ValueMatch match, Run run, IValueGrammar grammar) =>
        run.Text[..match.Start].Trim().Length == 0 && run.Text[match.End..].Trim().Length == 0
        && !(grammar.IsNumber && (run.Text[0] is '-' or '–' or '−' || run.Repaired(match.Start, match.End)));

    private static Run RunOf(string text, bool joined)
    {
        var tokens = new List<Token>();
        var x = 0f;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var width = LetterWidth * word.Length;
            tokens.Add(new Token(tokens.Count, word, new Box(x, 0, x + width, LineHeight), 1));
            x += width + LetterWidth;
        }

        return new Run([tokens], joined);
    }

    [GeneratedRegex(@"^(?:[A-Za-z]+\.?|\$)?\s*(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,2})?)\s*(?:[A-Za-z]+\.?|\$)?\z")]
    private static partial Regex Amount();

    private static ExtractedField Typed(string value) => new() { Value = value, Raw = value, Valid = true, Confidence = 1, Rule = TypedBy };

    private static ExtractedField Refused(string text, string reason) => new() { Value = text, Raw = text, Reason = reason };
}
