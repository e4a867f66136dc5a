using Ocr.Extractor.Scoring;

namespace Ocr.FieldDocuments.Pages;

/// <summary>A printed word: its text, its box in pixels, its tag.</summary>
internal sealed record Placed(string Text, float X0, float Y0, float X1, float Y1, FieldTag Tag)
{
    /// <summary>Tag of the text after the label in a word that contains both; otherwise the same as <see cref="Tag"/>.</summary>
    public FieldTag Last { get; init; } = Tag;
}

/// <summary>A page on which text is placed; y grows downwards, sizes are heights of a word's box in pixels.</summary>
internal sealed class Canvas(Dice dice, float width)
{
    private readonly float _letter = dice.Between(0.85, 1.15);

    /// <summary>Width of a blank as a fraction of the text's height.</summary>
    private readonly float _blank = dice.Between(0.2, 0.36);

    public List<Placed> Words { get; } = [];

    public float Width { get; } = width;

    /// <summary>Whether all letters have the same width.</summary>
    public bool IsMono { get; set; }

    /// <summary>Bottom of the lowest word.</summary>
    public float Bottom => Words.Count == 0 ? 0 : Words.Max(word => word.Y1);

    public float Measure(IReadOnlyList<Piece> line, float size)
    {
        var x = 0f;
        for (var i = 0; i < line.Count; i++)
        {
            x += (i > 0 && !line[i].Glued ? Blank(size) : 0) + WordWidth(line[i].Text, size * line[i].Scale);
        }

        return x;
    }

    /// <summary>Places a line that starts at x.</summary>
    /// <returns>Its right edge.</returns>
    public float Put(float x, float y, float size, IReadOnlyList<Piece> line)
    {
        for (var i = 0; i < line.Count; i++)
        {
            var piece = line[i];
            var height = size * piece.Scale;
            x += i > 0 && !piece.Glued ? Blank(size) : 0;
            var top = piece.Raised || piece.Scale > 1 ? y : y + (0.85f * (size - height));
            var end = x + WordWidth(piece.Text, height);
            Words.Add(new Placed(piece.Text, x, top, end, top + height, piece.Tag));
            x = end;
        }

        return x;
    }

    public void Right(float x, float y, float size, IReadOnlyList<Piece> line) => Put(x - Measure(line, size), y, size, line);

    public void Center(float x, float y, float size, IReadOnlyList<Piece> line) => Put(x - (Measure(line, size) / 2), y, size, line);

    /// <summary>Wraps lines that are wider than the available width; a word is never split.</summary>
    public List<List<Piece>> Wrap(IEnumerable<List<Piece>> lines, float size, float room)
    {
        var wrapped = new List<List<Piece>>();
        foreach (var line in lines)
        {
            var current = new List<Piece>();
            foreach (var piece in line)
            {
                if (current.Count > 0 && !piece.Glued && Measure([.. current, piece], size) > room)
                {
                    wrapped.Add(current);
                    current = [];
                }

                current.Add(piece);
            }

            wrapped.Add(current);
        }

        return wrapped;
    }

    private float Blank(float size) => (IsMono ? 0.55f : _blank) * size;

    private float WordWidth(string word, float size)
    {
        var width = 0f;
        foreach (var c in word)
        {
            width += IsMono ? 0.52f : c switch
            {
                'i' or 'l' or '.' or ',' or ':' or ';' or '\'' or 'I' or '|' or '!' or '¡' or 'j' => 0.25f,
                't' or 'f' or 'r' or '-' or '(' or ')' or '/' or '*' or '•' => 0.34f,
                'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.8f,
                >= 'A' and <= 'Z' => 0.63f,
                _ => 0.5f,
            };
        }

        return Math.Max(0.2f, width * _letter) * size;
    }
}
