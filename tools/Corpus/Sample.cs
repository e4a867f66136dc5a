using Ocr.Contracts;

namespace Ocr.Corpus;

/// <summary>A screen with the fields that it prints; all others are blank.</summary>
internal sealed record Sample(string Layout, Screen Screen, IReadOnlyDictionary<string, string> Printed)
{
    /// <summary>Key of the beneficiary's printed name, in addition to the sixteen fields.</summary>
    public const string NameKey = "nombre_beneficiario";

    public string Expected(string field) => Printed.GetValueOrDefault(field, "");

    public static Sample Of(string layout, Screen screen, params (string Field, string Value)[] printed)
    {
        var fields = printed.ToDictionary(item => item.Field, item => item.Value);
        if (fields.TryGetValue(FieldKeys.Referencia, out var reference))
        {
            fields.TryAdd(FieldKeys.NumeroOperacion, reference);
            fields.TryAdd(FieldKeys.ComprobantePago, reference);
        }

        return new Sample(layout, screen, fields);
    }
}
