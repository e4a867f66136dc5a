using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>Models, rules, cache.</summary>
internal sealed record ComponentsView
{
    /// <summary>Different model packs that living workers have loaded.</summary>
    [JsonPropertyName("models_loaded")]
    public required int ModelsLoaded { get; init; }

    /// <summary>Their names and versions.</summary>
    [JsonPropertyName("models_available")]
    public required IReadOnlyList<string> ModelsAvailable { get; init; }

    /// <summary>Rules that the extractor applies; 0 when it does not answer.</summary>
    [JsonPropertyName("extraction_rules_loaded")]
    public required long ExtractionRulesLoaded { get; init; }

    /// <summary>Version of those rules; blank when the extractor does not answer.</summary>
    [JsonPropertyName("extraction_rules_version")]
    public required string ExtractionRulesVersion { get; init; }

    /// <summary>Hash of their files, which any change of the files changes.</summary>
    [JsonPropertyName("extraction_rules_hash")]
    public required string ExtractionRulesHash { get; init; }

    /// <summary>A change of the files that was refused, with its errors; absent when the files hold the rules in force.</summary>
    [JsonPropertyName("extraction_rules_refused"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? ExtractionRulesRefused { get; init; }

    /// <summary>Images whose words are kept, over all workers.</summary>
    [JsonPropertyName("cache_size")]
    public required long CacheSize { get; init; }

    /// <summary>Share of the receipts read whose words came from the cache, 0–1, since the living workers started.</summary>
    [JsonPropertyName("cache_hit_ratio")]
    public required double CacheHitRatio { get; init; }
}
