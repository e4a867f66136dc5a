using Ocr.Contracts;
using Ocr.Extractor.Context;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;
using Ocr.Extractor.Sources;

namespace Ocr.Extractor.Engine;

/// <summary>
/// Checks that need the whole receipt. A reference is doubtful when its app never prints references of its length, and on an unknown layout when
/// another label of a reference has a different number.
/// </summary>
internal static class CrossFieldChecks
{
    private const double Doubtful = 0.6;

    /// <summary>A number with a lower probability of being one of the operation's is a phone, a document or an amount.</summary>
    private const double MinNumber = 0.1;
    private const string Rivaled = "Otra etiqueta de este dato tiene un número distinto";

    /// <summary>Adds to a blank field the reason: its label is on the receipt, or it is not.</summary>
    public static ExtractedField Explain(ReceiptContext context, ExtractedField field, string key) =>
        field.Value.Length > 0 ? field
        : field with { Reason = context.HasLabelOf(key) ? "Su etiqueta está en la imagen, pero su valor no se pudo leer" : "No aparece en la imagen" };

    private static ExtractedField Doubt(ExtractedField field, string warning) => field with
    {
        Confidence = Math.Round(field.Confidence * Doubtful, 4),
        Warnings = [.. field.Warnings, warning],
    };

    public static void Apply(ReceiptContext context)
    {
        foreach (var rule in context.Rules.Rules.Where(rule => rule.LengthByApp && !context[rule.Field].IsBlank))
        {
            var finding = context[rule.Field];
            context[rule.Field] = finding with { Field = context.KnowsLayout ? OfKnownLength(context, finding.Field) : Unrivaled(context, rule, finding) };
        }
    }

    private static ExtractedField OfKnownLength(ReceiptContext context, ExtractedField field) =>
        context.App?.App.ReferenceLengths is not { Count: > 0 } lengths || lengths.Contains(field.Value.Length) ? field
        : Doubt(field, $"Tiene {field.Value.Length} dígitos; esta aplicación imprime {string.Join(" o ", lengths)}");

    /// <summary>
    /// On an unknown layout, a second label of the same field with a different number makes the value invalid. The first source of a rule has the
    /// explicit labels: its value is not contested by those of the other sources.
    /// </summary>
    private static ExtractedField Unrivaled(ReceiptContext context, FieldRule rule, Finding finding)
    {
        var isExplicit = rule.Sources[0].Name == finding.Field.Rule;
        var isRivaled = rule.Sources.Take(isExplicit ? 1 : rule.Sources.Count).Where(source => source.Kind == SourceKinds.Label)
            .SelectMany(source => LabelSource.All(context, rule, source))
            .Any(rival => rival.IsUsable && rival.Field.Value != finding.Field.Value && !rival.Tokens.Any(finding.Tokens.Contains) && MayBeNumber(context, rival));
        return isRivaled ? Doubt(finding.Field, Rivaled) with { Valid = false, Reason = Rivaled } : finding.Field;
    }

    /// <summary>Whether the value may be a number of the operation; without a model, any may.</summary>
    private static bool MayBeNumber(ReceiptContext context, Finding finding) => context.Scores is not { } scores
        || finding.Tokens.Where(token => token.HasDigit).Select(token => scores[token, FieldTag.Reference] + scores[token, FieldTag.SecondReference] + scores[token, FieldTag.Code])
            .DefaultIfEmpty(0).Average() >= MinNumber;
}
