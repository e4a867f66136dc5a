using System.Text.Json.Nodes;
using Ocr.Extractor.Engine;
using Ocr.ServiceDefaults.Status;

namespace Ocr.Extractor;

/// <summary>Which rules are applied.</summary>
internal sealed class ExtractorStatus(ExtractionEngine engine) : IStatusReporter
{
    /// <inheritdoc/>
    public string Section => "extractor";

    /// <inheritdoc/>
    public Task<JsonObject> ReportAsync(CancellationToken cancellationToken) => Task.FromResult(new JsonObject
    {
        ["rules_loaded"] = engine.RuleCount,
        ["rules_version"] = engine.RulesVersion,
    });
}
