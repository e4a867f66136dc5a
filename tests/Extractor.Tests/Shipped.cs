using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Tests;

/// <summary>The rules and the engine that ship.</summary>
internal static class Shipped
{
    public static RuleSet Rules { get; } = RuleSet.Load(Path.Combine(AppContext.BaseDirectory, "rules", "extraction_rules.json"));

    public static ExtractionEngine Engine { get; } = new(Rules);
}
