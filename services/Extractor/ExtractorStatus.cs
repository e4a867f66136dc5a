using System.Globalization;
using System.Text.Json.Nodes;
using Ocr.Extractor.Live;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Extractor;

/// <summary>Reports the applied rules, since when they apply, and a rejected change.</summary>
internal sealed class ExtractorStatus(LiveRules rules) : IStatusReporter
{
    /// <inheritdoc/>
    public string Section => "extractor";

    /// <inheritdoc/>
    public Task<JsonObject> ReportAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var state = rules.State;
        return Task.FromResult(new JsonObject
        {
            ["rules_loaded"] = state.Engine.RuleCount,
            ["rules_version"] = state.Engine.RulesVersion,
            ["decision_version"] = state.Engine.PolicyVersion,
            ["rules_hash"] = state.Hash,
            ["rules_since"] = Utc(state.Since),
            ["field_model"] = state.Engine.FieldModel,
            ["rules_refused"] = state.Refused is { } refused ? Describe(refused) : null,
        });
    }

    private static JsonObject Describe(RefusedRules refused) => new()
    {
        ["hash"] = refused.Hash,
        ["at"] = Utc(refused.At),
        ["faults"] = new JsonArray([.. refused.Errors.Select(error => JsonValue.Create(error.ToString()))]),
    };

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
