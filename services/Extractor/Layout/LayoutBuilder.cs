using Ocr.Contracts;

namespace Ocr.Extractor.Layout;

/// <summary>Builds a <see cref="Page"/> from words with boxes.</summary>
internal static class LayoutBuilder
{
    /// <summary>Builds the page from the words that have a usable box; without such words the page has no rows.</summary>
    public static Page Build(IReadOnlyList<WordBox> words, int imageWidth, int imageHeight)
    {
        var boxes = new List<(WordBox Word, int Index, Box Box)>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.X1 > word.X0 && word.Y1 > word.Y0 && !string.IsNullOrWhiteSpace(word.Text))
            {
                boxes.Add((word, i, new Box(word.X0, word.Y0, word.X1, word.Y1)));
            }
        }

        if (boxes.Count == 0)
        {
            return new Page([], 1);
        }

        var height = MedianHeight(boxes);
        var slope = Skew.Estimate([.. boxes.Select(item => item.Box)], height);
        var tokens = boxes.SelectMany(item => TokenSplitter.Split(item.Word, item.Index, Upright(item.Box, slope)));
        var page = new Page(RowGrouping.Rows(tokens, height), height, imageWidth, imageHeight);
        StatusBar.Mark(page, imageWidth, imageHeight);
        return page;
    }

    private static Box Upright(Box box, float slope)
    {
        var shift = slope * box.CenterX;
        // the box of a sloping word is higher than its letters by the slope times its width
        var slack = Math.Min(Math.Abs(slope) * box.Width / 2, box.Height * 0.2f);
        return new Box(box.X0, box.Y0 - shift + slack, box.X1, box.Y1 - shift - slack);
    }

    private static float MedianHeight(List<(WordBox Word, int Index, Box Box)> boxes)
    {
        float[] heights = [.. boxes.Where(item => item.Word.Text.Any(char.IsLetterOrDigit)).Select(item => item.Box.Height).Order()];
        return heights.Length == 0 ? boxes[0].Box.Height : heights[heights.Length / 2];
    }
}
