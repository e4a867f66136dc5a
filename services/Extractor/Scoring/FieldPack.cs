using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ocr.Extractor.Scoring;

/// <summary>The manifest of a field model: <c>manifest.json</c> in its folder. <c>training/fields/README.md</c> describes how to make one.</summary>
internal sealed record FieldPack
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Name, which <c>status</c> reports.</summary>
    public required string Name { get; init; }

    /// <summary>Semantic version.</summary>
    public required string Version { get; init; }

    /// <summary><see cref="PageFeatures.Version"/> of its training.</summary>
    public required int FeatureVersion { get; init; }

    /// <summary>ONNX file, in the same folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, lower case.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Names of <see cref="FieldTag"/> in the order of the outputs.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>States of a payment in the order of the outputs.</summary>
    public required IReadOnlyList<string> States { get; init; }

    /// <summary>Kinds of page in the order of the outputs; the first is a receipt.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Temperatures that divide the outputs before the softmax, fitted on held-out layouts.</summary>
    public required FieldTemperatures Temperatures { get; init; }

    /// <summary>Per field, points of computed confidence → share of right values; linear between them.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<double>>> Calibration { get; init; }

    /// <summary>Returns the share of right values of this confidence on layouts that were not used for training.</summary>
    /// <param name="field">Key of the field; a field without points keeps its confidence.</param>
    /// <param name="confidence">Computed confidence, 0–1.</param>
    public double Calibrate(string field, double confidence)
    {
        if (!Calibration.TryGetValue(field, out var knots))
        {
            return confidence;
        }

        for (var i = 1; i < knots.Count; i++)
        {
            if (confidence <= knots[i][0])
            {
                var (low, high) = (knots[i - 1], knots[i]);
                var part = high[0] > low[0] ? (confidence - low[0]) / (high[0] - low[0]) : 1;
                return low[1] + (Math.Clamp(part, 0, 1) * (high[1] - low[1]));
            }
        }

        return knots[^1][1];
    }

    /// <summary>Reads and checks a pack.</summary>
    /// <param name="folder">Its folder.</param>
    /// <returns>The manifest and the bytes of the model.</returns>
    /// <exception cref="FieldPackException">The pack cannot be used; every error is listed.</exception>
    public static (FieldPack Manifest, byte[] Model) Read(string folder)
    {
        var manifest = Parse(folder);
        var errors = new List<string>(manifest.Errors());
        var path = Path.Combine(folder, Path.GetFileName(manifest.File));
        var model = System.IO.File.Exists(path) ? System.IO.File.ReadAllBytes(path) : [];
        var hash = Convert.ToHexStringLower(SHA256.HashData(model));
        if (model.Length == 0)
        {
            errors.Add($"file: {manifest.File} is missing; put it next to the manifest");
        }
        else if (hash != manifest.Sha256)
        {
            errors.Add($"sha256: {manifest.File} has {hash}, expected is {manifest.Sha256}; copy the pack again");
        }

        return errors.Count > 0 ? throw new FieldPackException(folder, errors) : (manifest, model);
    }

    private static FieldPack Parse(string folder)
    {
        var path = Path.Combine(folder, "manifest.json");
        try
        {
            return JsonSerializer.Deserialize<FieldPack>(System.IO.File.ReadAllBytes(path), Options)
                ?? throw new FieldPackException(folder, ["manifest.json: the file is empty"]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new FieldPackException(folder, [$"manifest.json: {error.Message}"]);
        }
    }

    private IEnumerable<string> Errors()
    {
        if (FeatureVersion != PageFeatures.Version)
        {
            yield return $"featureVersion: {FeatureVersion}, this release computes {PageFeatures.Version}; use the pack of this release";
        }

        if (!Tags.SequenceEqual(Enum.GetNames<FieldTag>()))
        {
            yield return $"tags: must be, in this order: {string.Join(", ", Enum.GetNames<FieldTag>())}";
        }

        if (States.Except(Contracts.PaymentStates.All).Any() || States.Distinct().Count() != Contracts.PaymentStates.All.Count)
        {
            yield return $"states: must be all of: {string.Join(", ", Contracts.PaymentStates.All)}";
        }

        if (Kinds.Count == 0 || Kinds[0] != "receipt")
        {
            yield return "kinds: the first must be 'receipt'";
        }

        foreach (var (field, knots) in Calibration)
        {
            if (knots.Count < 2 || knots.Any(knot => knot.Count != 2) || !knots.Select(knot => knot[0]).SequenceEqual(knots.Select(knot => knot[0]).Order()))
            {
                yield return $"calibration.{field}: at least two pairs, the first numbers ascending";
            }
        }
    }
}

/// <summary>Temperatures of the outputs; all above 0.</summary>
/// <param name="Tags">Temperature of the tokens' tags.</param>
/// <param name="State">Temperature of the state.</param>
/// <param name="Kind">Temperature of the kind of page.</param>
/// <param name="Two">Temperature of the output for two receipts.</param>
internal sealed record FieldTemperatures(double Tags, double State, double Kind, double Two);

/// <summary>A field model cannot be used.</summary>
/// <param name="folder">The pack's folder.</param>
/// <param name="errors">Every error with its fix.</param>
internal sealed class FieldPackException(string folder, IReadOnlyList<string> errors)
    : Exception($"The field model {folder} cannot be used:{string.Concat(errors.Select(error => $"\n- {error}"))}")
{
    /// <summary>Every error.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
