using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>State of models, rules and cache.</summary>
internal sealed record ComponentsView
{
    /// <summary>Number of model packs that the active workers have loaded.</summary>
    [JsonPropertyName("models_loaded")]
    public required int ModelsLoaded { get; init; }

    /// <summary>Names and versions of the model packs.</summary>
    [JsonPropertyName("models_available")]
    public required IReadOnlyList<string> ModelsAvailable { get; init; }

    /// <summary>What runs the networks of the packs, by the active workers: one entry per kind of machine.</summary>
    [JsonPropertyName("inference_engines")]
    public required IReadOnlyList<string> InferenceEngines { get; init; }

    /// <summary>Number of rules that the extractor applies; 0 when it does not respond.</summary>
    [JsonPropertyName("extraction_rules_loaded")]
    public required long ExtractionRulesLoaded { get; init; }

    /// <summary>Version of the rules; blank when the extractor does not respond.</summary>
    [JsonPropertyName("extraction_rules_version")]
    public required string ExtractionRulesVersion { get; init; }

    /// <summary>Hash of the rule files.</summary>
    [JsonPropertyName("extraction_rules_hash")]
    public required string ExtractionRulesHash { get; init; }

    /// <summary>A refused change of the rule files with its errors; absent when the files contain the active rules.</summary>
    [JsonPropertyName("extraction_rules_refused"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? ExtractionRulesRefused { get; init; }

    /// <summary>Number of cached images, over all workers.</summary>
    [JsonPropertyName("cache_size")]
    public required long CacheSize { get; init; }

    /// <summary>Share of the receipts whose words were in the cache, 0–1, since the active workers started.</summary>
    [JsonPropertyName("cache_hit_ratio")]
    public required double CacheHitRatio { get; init; }
}
