using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Tests;

/// <summary>The rules and the engine that ship.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "rules");

    public static RuleSet Rules { get; } = RuleSet.Load(Path.Combine(Folder, "extraction_rules.json"));

    public static ExtractionEngine Engine { get; } = new(Rules);

    public static ExtractedReceipt Read(Screen screen) => Engine.Extract(screen.Words, screen.Width, screen.Height);
}
