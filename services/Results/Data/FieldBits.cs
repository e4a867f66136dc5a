using Ocr.Contracts;

namespace Ocr.Results.Data;

/// <summary>A set of fields as a number: bit n is the n-th field of <see cref="FieldKeys.All"/>.</summary>
internal static class FieldBits
{
    /// <summary>The set of fields that satisfy a condition.</summary>
    public static int Of(Func<string, bool> holds) =>
        FieldKeys.All.Index().Where(field => holds(field.Item)).Sum(field => 1 << field.Index);

    /// <summary>Whether a field is in the set.</summary>
    public static bool Has(int fields, string key) =>
        FieldKeys.All.Index().Any(field => field.Item == key && (fields & (1 << field.Index)) != 0);
}
