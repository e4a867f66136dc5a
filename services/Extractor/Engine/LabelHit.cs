using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Engine;

/// <summary>A phrase of the rules found on the page.</summary>
internal sealed class LabelHit(LabelEntry entry, Segment segment, int start, int count, double likeness)
{
    public LabelEntry Entry { get; } = entry;

    public Segment Segment { get; } = segment;

    /// <summary>Place of its first token in the segment.</summary>
    public int Start { get; } = start;

    /// <summary>Place after its last token in the segment.</summary>
    public int End { get; } = start + count;

    /// <summary>0–1.</summary>
    public double Likeness { get; } = likeness;

    public Row Row => Segment.Row;

    public IEnumerable<Token> Tokens => Segment.Tokens.Skip(Start).Take(End - Start);

    public Box Box { get; } = segment.Tokens.Skip(start).Take(count).Select(token => token.Box).Aggregate((a, b) => a.Union(b));

    /// <summary>Written as a label: with its colon.</summary>
    public bool HasColon => Segment.Tokens[End - 1].EndsLabel || (End < Segment.Tokens.Count && Segment.Tokens[End].Text is ":" or ";");
}
