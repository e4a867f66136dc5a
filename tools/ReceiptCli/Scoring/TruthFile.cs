using System.Text.Json;
using Ocr.Contracts;

namespace Ocr.ReceiptCli.Scoring;

/// <summary>Reads <c>truth.json</c>.</summary>
internal static class TruthFile
{
    private sealed record Entry(string Layout, Dictionary<string, string> Fields, string? NombreBeneficiario, string? EstadoPago);

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Returns every image of the folder's truth, in the order of the file.</summary>
    /// <exception cref="TruthException">The file cannot be used; the message lists what is missing.</exception>
    public static IReadOnlyList<Truth> Load(string folder)
    {
        var path = Path.Combine(folder, "truth.json");
        try
        {
            using var stream = File.OpenRead(path);
            var entries = JsonSerializer.Deserialize<Dictionary<string, Entry>>(stream, Options) ?? [];
            var errors = entries.SelectMany(entry => Errors(folder, entry.Key, entry.Value)).ToList();
            return errors.Count == 0
                ? [.. entries.Select(entry =>
                    new Truth(entry.Key, entry.Value.Layout, entry.Value.Fields, entry.Value.NombreBeneficiario ?? "") { State = entry.Value.EstadoPago ?? PaymentStates.Done })]
                : throw new TruthException($"{path} cannot be used:\n- {string.Join("\n- ", errors)}");
        }
        catch (Exception error) when (error is JsonException or FileNotFoundException)
        {
            throw new TruthException($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static IEnumerable<string> Errors(string folder, string file, Entry entry)
    {
        if (file != Path.GetFileName(file) || !File.Exists(Path.Combine(folder, file)))
        {
            yield return $"{file}: there is no such image";
        }

        if (string.IsNullOrEmpty(entry.Layout))
        {
            yield return $"{file}: has no layout";
        }

        if (entry.EstadoPago is { } state && !PaymentStates.All.Contains(state))
        {
            yield return $"{file}: estado_pago '{state}' is not one of: {string.Join(", ", PaymentStates.All)}";
        }

        foreach (var key in FieldKeys.All.Where(key => entry.Fields?.GetValueOrDefault(key) is null))
        {
            yield return $"{file}: has no field {key}";
        }
    }
}
