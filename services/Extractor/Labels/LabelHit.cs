using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Labels;

/// <summary>A phrase of the rules found on the page.</summary>
internal sealed class LabelHit
{
    public LabelHit(LabelEntry entry, Segment segment, int start, int count, double likeness, Segment? above = null)
    {
        (Entry, Segment, Start, End, Likeness, Above) = (entry, segment, start, start + count, likeness, above);
        Tokens = [.. (above?.Tokens ?? []).Concat(segment.Tokens.Skip(start).Take(count))];
        Box = Tokens.Select(token => token.Box).Aggregate((a, b) => a.Union(b));
    }

    public LabelEntry Entry { get; }

    /// <summary>The segment that contains it; for a label on two lines, the lower one.</summary>
    public Segment Segment { get; }

    /// <summary>The upper line of a label on two lines.</summary>
    public Segment? Above { get; }

    /// <summary>Index of its first token in the segment.</summary>
    public int Start { get; }

    /// <summary>Index after its last token in the segment.</summary>
    public int End { get; }

    /// <summary>Similarity to the phrase, 0–1.</summary>
    public double Likeness { get; }

    public Row Row => Segment.Row;

    /// <summary>Its first row.</summary>
    public Row TopRow => Above?.Row ?? Row;

    /// <summary>The rows of its lines.</summary>
    public IReadOnlyList<Row> Rows => Above is null ? [Row] : [Above.Row, Row];

    public IReadOnlyList<Token> Tokens { get; }

    public Box Box { get; }

    /// <summary>Whether it names a value, of a field or not.</summary>
    public bool NamesValue => Entry.Role is LabelRole.Field or LabelRole.Ignored;

    /// <summary>Whether it is followed by a colon.</summary>
    public bool HasColon => Segment.Tokens[End - 1].EndsLabel || (End < Segment.Tokens.Count && Segment.Tokens[End].Text is ":" or ";");
}
