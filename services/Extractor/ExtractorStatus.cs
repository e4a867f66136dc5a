using System.Globalization;
using System.Text.Json.Nodes;
using Ocr.Contracts.Status;
using Ocr.Extractor.Live;
using Ocr.ServiceDefaults.Status;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Extractor;

/// <summary>Reports the applied rules, since when they apply, and a rejected change.</summary>
internal sealed class ExtractorStatus(LiveRules rules) : IStatusReporter
{
    /// <inheritdoc/>
    public string Section => ExtractorSection.Name;

    /// <inheritdoc/>
    public Task<JsonObject> ReportAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var state = rules.State;
        return Task.FromResult(StatusJson.Write(new ExtractorSection
        {
            RulesLoaded = state.Engine.RuleCount,
            RulesVersion = state.Engine.RulesVersion,
            DecisionVersion = state.Engine.PolicyVersion,
            RulesHash = state.Hash ?? "",
            RulesSince = Utc(state.Since),
            FieldModel = state.Engine.FieldModel,
            RulesRefused = state.Refused is { } refused ? new(refused.Hash, Utc(refused.At), [.. refused.Errors.Select(error => error.ToString())]) : null,
        }));
    }

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
