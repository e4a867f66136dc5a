using Ocr.Contracts;

namespace Ocr.Corpus;

/// <summary>Lays out text on a generated screen line by line and returns the word boxes that OCR would find.</summary>
internal sealed class Screen(int width = 1080)
{
    private readonly List<(WordBox Box, string? Field)> _words = [];
    private float _y = 40;

    /// <summary>Height of capitals, pixels.</summary>
    public float Size { get; private set; } = 30;

    public int Width { get; } = width;

    public int Height => (int)(_y + (3 * Size));

    public IReadOnlyList<WordBox> Words => [.. _words.Select(word => word.Box)];

    /// <summary>The words with their fields; <see langword="null"/> for labels, titles and buttons.</summary>
    public IReadOnlyList<(WordBox Box, string? Field)> Tagged => _words;

    /// <summary>The words without those of one field.</summary>
    public IReadOnlyList<WordBox> Without(string field) => [.. _words.Where(word => word.Field != field).Select(word => word.Box)];

    /// <summary>Fields with at least one word.</summary>
    public IEnumerable<string> Fields => _words.Select(word => word.Field).OfType<string>().Distinct();

    public Screen Skip(float heights = 1)
    {
        _y += heights * Size;
        return this;
    }

    public Screen Text(float size)
    {
        Size = size;
        return this;
    }

    /// <summary>A centered line.</summary>
    public Screen Center(string text, string? field = null)
    {
        Put(text, (Width - Measure(text)) / 2, field);
        return NextLine();
    }

    /// <summary>A line that starts at a fraction of the width.</summary>
    public Screen At(float x, string text, string? field = null)
    {
        Put(text, x * Width, field);
        return NextLine();
    }

    /// <summary>Label at the left edge, value aligned right; further lines of the value below it.</summary>
    public Screen Row(string label, string? field, params string[] value)
    {
        Put(label, 0.06f * Width, null);
        foreach (var line in value)
        {
            Put(line, (0.94f * Width) - Measure(line), field);
            _y += 1.5f * Size;
        }

        return Skip(value.Length == 0 ? 2.6f : 1.1f);
    }

    /// <summary>Like <see cref="Row(string, string?, string[])"/>, with the value wrapped to lines of a maximum length.</summary>
    public Screen Row(string label, string? field, string value, int longest) => Row(label, field, Wrap(value, longest));

    /// <summary>Label at the left edge, value starting at a column.</summary>
    public Screen Pair(string label, string? field, string value, float column = 0.38f)
    {
        Put(label, 0.06f * Width, null);
        Put(value, column * Width, field);
        return Skip(2.6f);
    }

    /// <summary>Label with its value on the lines below it.</summary>
    public Screen Stack(string label, string? field, params string[] value)
    {
        At(0.06f, label);
        foreach (var line in value)
        {
            At(0.06f, line, field);
        }

        return Skip(0.9f);
    }

    /// <summary>Adjacent cells, each a list of lines; a line may be tagged as <c>field|text</c>.</summary>
    public Screen Columns(params (float X, string[] Lines)[] cells)
    {
        var top = _y;
        foreach (var (x, lines) in cells)
        {
            _y = top;
            foreach (var line in lines)
            {
                var bar = line.IndexOf('|', StringComparison.Ordinal);
                At(x, line[(bar + 1)..], bar < 0 ? null : line[..bar]);
            }
        }

        _y = top + (cells.Max(cell => cell.Lines.Length) * 1.5f * Size);
        return Skip();
    }

    /// <summary>Wraps a text between words to lines of a maximum length.</summary>
    public static string[] Wrap(string text, int longest)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= longest)
            {
                lines.Add("");
            }

            lines[^1] = $"{lines[^1]} {word}".Trim();
        }

        return [.. lines];
    }

    private Screen NextLine() => Skip(1.5f);

    private float Measure(string text) => text.Split(' ').Sum(WordWidth) + (0.45f * Size * text.Count(c => c == ' '));

    private float WordWidth(string word) => 0.78f * Size * word.Length;

    private void Put(string text, float x, string? field)
    {
        foreach (var word in text.Split(' '))
        {
            var end = x + WordWidth(word);
            _words.Add((new WordBox(word, 0.97f, (int)x, (int)_y, (int)end, (int)(_y + Size)), field));
            x = end + (0.45f * Size);
        }
    }
}
