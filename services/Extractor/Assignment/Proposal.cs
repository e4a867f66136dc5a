using Ocr.Extractor.Context;

namespace Ocr.Extractor.Assignment;

/// <summary>A value of a field with its evidence.</summary>
/// <param name="Field">Key of the field.</param>
/// <param name="Finding">The value; until it is chosen, its confidence is that of its words.</param>
/// <param name="Place">0–1: certainty, by rule and model together, that it belongs to this field.</param>
/// <param name="Doubt">Reason for a review, Spanish; <see langword="null"/> when rule and model do not contradict each other.</param>
/// <param name="IsContested">Whether the contradiction makes the value invalid.</param>
/// <param name="Leads">Whether its words are reserved for this field: the text after its own label on an app's page.</param>
internal sealed record Proposal(string Field, Finding Finding, double Place, string? Doubt = null, bool IsContested = false, bool Leads = false)
{
    /// <summary>The finding with the combined confidence of its place and of its words, and with its doubt.</summary>
    public Finding Result => Finding with
    {
        Field = Finding.Field with
        {
            Confidence = Math.Round(Math.Clamp(Place * Finding.Reading * (Finding.IsUsable ? 1 : 0.4), 0, 1), 4),
            Valid = Finding.Field.Valid && !IsContested,
            Reason = IsContested ? Finding.Field.Reason ?? Doubt : Finding.Field.Reason,
            Warnings = Doubt is null ? Finding.Field.Warnings : [.. Finding.Field.Warnings, Doubt],
        },
    };
}
