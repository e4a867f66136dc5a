using System.Collections.Frozen;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Scoring;

/// <summary>
/// The field model's input for a page: letters, form and position of each token. This is the only definition for training and inference:
/// <c>training/fields</c> learns from its output. A change needs a new <see cref="Version"/> and a new pack.
/// </summary>
internal sealed class PageFeatures
{
    /// <summary>Version that a model pack must name.</summary>
    public const int Version = 1;

    /// <summary>Numbers per token that describe its form and its position on the page.</summary>
    public const int NumbersPerToken = 127;

    /// <summary>Numbers per token from which the relations between two tokens are computed.</summary>
    public const int PlacesPerToken = 10;

    /// <summary>Longer pages, a receipt between movements and messages, are not among the training documents.</summary>
    public const int MaxTokens = 140;

    private static readonly int[] LengthEdges = [1, 2, 3, 4, 5, 7, 9, 11, 12, 13, 21];
    private static readonly int[] DigitEdges = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 18, 20];
    private static readonly int[] LetterEdges = [1, 2, 3, 4, 7, 11];
    private static readonly FrozenSet<string> Months = ((string[])
        ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]).ToFrozenSet();

    private readonly Page _page;
    private readonly Neighbors _neighbors;
    private readonly bool[,] _flags;

    private PageFeatures(Page page, RuleSet rules)
    {
        (_page, _neighbors, _flags) = (page, new Neighbors(page), BankFlags.Of(page, rules));
        Count = Math.Min(MaxTokens, page.Tokens.Count);
        Grams = new int[Count * NGrams.PerToken];
        Numbers = new float[Count * NumbersPerToken];
        Places = new float[Count * PlacesPerToken];
        for (var i = 0; i < Count; i++)
        {
            NGrams.Fill(page.Tokens[i].Text, Grams.AsSpan(i * NGrams.PerToken, NGrams.PerToken));
            WritePlace(page.Tokens[i], Places.AsSpan(i * PlacesPerToken, PlacesPerToken));
        }

        foreach (var segment in _neighbors.Segments)
        {
            WriteSegment(segment);
        }
    }

    /// <summary>Number of tokens, in reading order.</summary>
    public int Count { get; }

    /// <summary>[<see cref="Count"/>, <see cref="NGrams.PerToken"/>].</summary>
    public int[] Grams { get; }

    /// <summary>[<see cref="Count"/>, <see cref="NumbersPerToken"/>].</summary>
    public float[] Numbers { get; }

    /// <summary>
    /// [<see cref="Count"/>, <see cref="PlacesPerToken"/>]: the box in median text heights; the numbers of row and segment; the index in reading
    /// order; the numbers of the segments right, below and above, −1 for none.
    /// </summary>
    public float[] Places { get; }

    /// <summary>Computes the features of a page.</summary>
    public static PageFeatures Of(Page page, RuleSet rules) => new(page, rules);

    private void WritePlace(Token token, Span<float> places)
    {
        var (box, unit, number) = (token.Box, _page.TextHeight, _neighbors.NumberOf(token.Segment));
        places[0] = box.X0 / unit;
        places[1] = box.Y0 / unit;
        places[2] = box.X1 / unit;
        places[3] = box.Y1 / unit;
        places[4] = token.Segment.Row.Index;
        places[5] = number;
        places[6] = token.Order;
        places[7] = _neighbors.RightOf(number);
        places[8] = _neighbors.Below[number];
        places[9] = _neighbors.Above[number];
    }

    private void WriteSegment(Segment segment)
    {
        for (var start = 0; start < segment.Tokens.Count;)
        {
            var end = start + 1;
            while (end < segment.Tokens.Count && IsNumeric(segment.Tokens[start]) && IsNumeric(segment.Tokens[end]))
            {
                end++;
            }

            var run = Shapes.Of(string.Concat(segment.Tokens.Skip(start).Take(end - start).Select(token => token.Digits)));
            for (var i = start; i < end; i++)
            {
                if (segment.Tokens[i].Order < Count)
                {
                    WriteToken(segment, i, run, end - start);
                }
            }

            start = end;
        }
    }

    private void WriteToken(Segment segment, int place, Shapes run, int runLength)
    {
        var token = segment.Tokens[place];
        var numbers = new FeatureWriter(Numbers.AsSpan(token.Order * NumbersPerToken, NumbersPerToken));
        WriteText(ref numbers, token);
        WriteForms(ref numbers, Shapes.Of(token.Digits));
        WriteForms(ref numbers, run);
        numbers.Add(runLength > 1);
        for (var flag = 0; flag < BankFlags.Count; flag++)
        {
            numbers.Add(_flags[token.Order, flag]);
        }

        WritePosition(ref numbers, token, segment, place);
        numbers.End();
    }

    private static void WriteText(ref FeatureWriter numbers, Token token)
    {
        var text = token.Text;
        var shapes = Shapes.Of(text);
        numbers.Bins(text.Length, LengthEdges);
        numbers.Bins(shapes.Letters, LetterEdges);
        numbers.Add(shapes.Letters > 1 && shapes.Upper == shapes.Letters);
        numbers.Add(shapes.Letters > 0 && shapes.Upper == 0);
        numbers.Add(shapes.Upper == 1 && char.IsUpper(text[0]));
        numbers.Add(shapes.Letters > 0 && shapes.Digits > 0);
        numbers.Add(token.EndsLabel);
        numbers.Add(text[^1] is '.');
        numbers.Add(text[^1] is ',');
        numbers.Add(text.Contains('-', StringComparison.Ordinal));
        numbers.Add(text.Contains('/', StringComparison.Ordinal));
        numbers.Add(text.Contains('@', StringComparison.Ordinal));
        numbers.Add(text.Contains('%', StringComparison.Ordinal));
        numbers.Add(text.Contains('$', StringComparison.Ordinal) || token.Key is "usd" or "usdt");
        numbers.Add(text[0] is '+');
        numbers.Add(text[0] is '-' or '–' or '−');
        numbers.Add(text[0] is '(' || text[^1] is ')');
        numbers.Add(token.Key is "bs" or "bsf" or "bss" or "bsd" or "ves" or "ved" or "bolivares" || token.Key.StartsWith("bs", StringComparison.Ordinal) && shapes.Digits > 0);
        numbers.Add(token.Key is "v" or "e" or "j" or "g" or "p");
        numbers.Add(token.Key is "am" or "pm" or "a" or "p" or "m");
        numbers.Add(Months.Contains(token.Key));
        numbers.Add(token.Key.Length == 0);
    }

    private static void WriteForms(ref FeatureWriter numbers, Shapes shapes)
    {
        numbers.Bins(shapes.Digits, DigitEdges);
        numbers.Add(shapes.Marks > 0);
        for (var bit = 0; bit < Shapes.FormCount; bit++)
        {
            numbers.Add(((int)shapes.Forms & (1 << bit)) != 0);
        }
    }

    private void WritePosition(ref FeatureWriter numbers, Token token, Segment segment, int place)
    {
        var (rows, row) = (_page.Rows, segment.Row);
        var area = _neighbors.Segments.Count > 0 ? rows[0].Box.Union(rows[^1].Box) : token.Box;
        numbers.Add(_page.Width > 0 ? token.Box.CenterX / _page.Width : 0.5f);
        numbers.Add(_page.Height > 0 ? token.Box.CenterY / _page.Height : 0.5f);
        numbers.Add(row.Index / (float)Math.Max(1, rows.Count - 1));
        numbers.Add((rows.Count - row.Index) <= 3);
        numbers.Add(row.Index == 0);
        numbers.Add(row.IsStatusBar);
        numbers.Log(token.Box.Height / _page.TextHeight);
        numbers.Log(token.Box.Width / _page.TextHeight);
        numbers.Log(Neighbor(segment, place, -1)?.Box.Height / token.Box.Height ?? 1);
        numbers.Log(Neighbor(segment, place, 1)?.Box.Height / token.Box.Height ?? 1);
        numbers.Add(place == 0);
        numbers.Add(place == segment.Tokens.Count - 1);
        numbers.Add(Math.Min(segment.Tokens.Count, 12) / 12f);
        numbers.Add(segment == row.Segments[0]);
        numbers.Add(segment == row.Segments[^1]);
        numbers.Add(Math.Min(row.Segments.Count, 4) / 4f);
        numbers.Log(Gap(row, -1));
        numbers.Log(Gap(row, 1));
        numbers.Add(segment.Tokens[^1].EndsLabel);
        numbers.Add(token.Confidence);
        numbers.Log(Math.Max(1, area.Height) / _page.TextHeight / 10);
        numbers.Log(Math.Max(1, area.Width) / _page.TextHeight / 10);
    }

    private static Token? Neighbor(Segment segment, int place, int step) =>
        place + step >= 0 && place + step < segment.Tokens.Count ? segment.Tokens[place + step] : null;

    /// <summary>Gap above or below a row in text heights; a large constant at the page's edge.</summary>
    private float Gap(Row row, int step)
    {
        var other = row.Index + step;
        return other < 0 || other >= _page.Rows.Count ? 20 : Math.Max(0.05f, -row.Box.OverlapY(_page.Rows[other].Box) / _page.TextHeight);
    }

    /// <summary>Whether it has digits, a mask, a document's letter or a separator.</summary>
    private static bool IsNumeric(Token token) =>
        token.HasDigit || token.Text.AsSpan().ContainsAny("*•●·…") || token.Key is "v" or "e" or "j" || token.Key.Length == 0;
}
