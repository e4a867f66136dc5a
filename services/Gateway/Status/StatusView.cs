using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>Response of <c>/api/status</c> (§1.4 of the specification).</summary>
internal sealed record StatusView
{
    /// <summary>The system as a whole.</summary>
    [JsonPropertyName("system")]
    public required SystemView System { get; init; }

    /// <summary>Models, rules, cache.</summary>
    [JsonPropertyName("ocr_components")]
    public required ComponentsView OcrComponents { get; init; }

    /// <summary>Where receipts are, by state.</summary>
    [JsonPropertyName("directories")]
    public required DirectoriesView Directories { get; init; }

    /// <summary>All workers together.</summary>
    [JsonPropertyName("worker")]
    public required WorkerView Worker { get; init; }
}
