using System.Collections.Frozen;
using System.Text.Json;
using Ocr.Contracts;
using Ocr.Ingest.Json;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Batches;

/// <summary>Reads the options of a batch from JSON: at the top level, or else under <c>batch_config</c>.</summary>
internal static class BatchOptionsReader
{
    private const int MaxFiles = 50;

    /// <summary>Profiles and their aliases.</summary>
    public static FrozenDictionary<string, string> Profiles { get; } = new Dictionary<string, string>
    {
        [ProfileNames.UltraRapido] = ProfileNames.UltraRapido,
        ["rapido"] = ProfileNames.UltraRapido,
        [ProfileNames.Balanced] = ProfileNames.Balanced,
        ["default"] = ProfileNames.Balanced,
        [ProfileNames.HighConfidence] = ProfileNames.HighConfidence,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Languages =
        new Dictionary<string, string> { ["spa"] = "spa", ["eng"] = "eng" }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads the options.</summary>
    /// <exception cref="ApiException">400 that names every invalid field.</exception>
    public static BatchOptions Read(JsonElement root)
    {
        var fields = new JsonFields(root, nested: "batch_config");
        var defaults = new BatchOptions();
        fields.Exclude("files", "upload_id");
        return fields.Checked(new BatchOptions
        {
            Profile = fields.OneOf("profile", Profiles, defaults.Profile),
            Language = fields.OneOf("language", Languages, defaults.Language),
            IncludeCoordinates = fields.Flag("include_coordinates", defaults.IncludeCoordinates),
            Files = fields.Texts("files", MaxFiles),
            UploadId = fields.Id("upload_id"),
            MaxImages = fields.Number("max_images", 1, MaxFiles, defaults.MaxImages),
            TimeoutSeconds = fields.Number("timeout_seconds", 1, 3600, defaults.TimeoutSeconds),
            ParallelWorkers = fields.Number("parallel_workers", 1, 64, defaults.ParallelWorkers),
        });
    }
}
