using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.Extractor.Decision;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Tests;

/// <summary>The shipped rules, field model and engine.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "rules");

    public static string ModelFolder { get; } = Path.Combine(AppContext.BaseDirectory, "models", "fields");

    public static RuleSet Rules { get; } = RuleSet.Load(Path.Combine(Folder, "extraction_rules.json"));

    public static DecisionPolicy Policy { get; } = DecisionPolicy.Load(Path.Combine(Folder, "decision.json"));

    public static FieldModel Model { get; } = FieldModel.Load(ModelFolder);

    /// <summary>Only the rules, as with <c>FIELD_MODEL=off</c>.</summary>
    public static ExtractionEngine Engine { get; } = new(Rules, policy: Policy);

    /// <summary>Rules and model together, as in the services.</summary>
    public static ExtractionEngine WithModel { get; } = new(Rules, Model, Policy);

    public static ExtractedReceipt Read(Screen screen) => Engine.Extract(screen.Words, screen.Width, screen.Height);
}
