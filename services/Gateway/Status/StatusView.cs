using System.Text.Json.Serialization;

namespace Ocr.Gateway.Status;

/// <summary>Response of <c>/api/status</c> (§1.4 of the specification).</summary>
internal sealed record StatusView
{
    /// <summary>The system as a whole.</summary>
    [JsonPropertyName("system")]
    public required SystemView System { get; init; }

    /// <summary>State of models, rules and cache.</summary>
    [JsonPropertyName("ocr_components")]
    public required ComponentsView OcrComponents { get; init; }

    /// <summary>Number of receipts by state.</summary>
    [JsonPropertyName("directories")]
    public required DirectoriesView Directories { get; init; }

    /// <summary>Totals of all workers.</summary>
    [JsonPropertyName("worker")]
    public required WorkerView Worker { get; init; }
}
