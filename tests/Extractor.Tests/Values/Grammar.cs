using Ocr.Extractor.Layout;
using Ocr.Extractor.Values;

namespace Ocr.Extractor.Tests.Values;

/// <summary>Runs a grammar over a line of text; a line feed starts another line.</summary>
internal static class Grammar
{
    public static ValueMatch? Match(string grammar, string text, bool shared = false) =>
        Shipped.Rules.Grammars[grammar].Find(Line(text), shared).FirstOrDefault();

    /// <summary>Returns the value that a rule with this grammar reports.</summary>
    public static string Value(string grammar, string text, bool shared = false) =>
        Match(grammar, text, shared) is not { } match ? "" : match.Problem is null ? Normalizer(grammar).Apply(match.Value) : match.Value;

    private static Normalizer Normalizer(string grammar) =>
        Normalizers.ByName[Shipped.Rules.Rules.Append(Shipped.Rules.NameRule).First(rule => rule.Sources.Any(source => source.Grammar == grammar)).Normalizer];

    public static Run Line(string text) => new(text.Split('\n').Select((line, y) => (IReadOnlyList<Token>)
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, x) =>
            new Token((y * 100) + x, word, new Box(x * 100, y * 40, (x * 100) + 90, (y * 40) + 20), 1))]));
}
