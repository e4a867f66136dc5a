using System.Globalization;
using System.Text.Json.Nodes;
using Ocr.Extractor.Live;
using Ocr.ServiceDefaults.Status;

namespace Ocr.Extractor;

/// <summary>Which rules are applied, since when, and which change was refused.</summary>
internal sealed class ExtractorStatus(LiveRules rules) : IStatusReporter
{
    /// <inheritdoc/>
    public string Section => "extractor";

    /// <inheritdoc/>
    public Task<JsonObject> ReportAsync(CancellationToken cancellationToken)
    {
        var state = rules.State;
        return Task.FromResult(new JsonObject
        {
            ["rules_loaded"] = state.Engine.RuleCount,
            ["rules_version"] = state.Engine.RulesVersion,
            ["rules_hash"] = state.Hash,
            ["rules_since"] = Utc(state.Since),
            ["rules_refused"] = state.Refused is { } refused ? Describe(refused) : null,
        });
    }

    private static JsonObject Describe(RefusedRules refused) => new()
    {
        ["hash"] = refused.Hash,
        ["at"] = Utc(refused.At),
        ["faults"] = new JsonArray([.. refused.Faults.Select(fault => JsonValue.Create(fault.ToString()))]),
    };

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
