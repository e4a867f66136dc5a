using Ocr.Extractor.Scoring;

namespace Ocr.FieldDocuments.Pages;

/// <summary>Arrangements as running text and as printed tickets.</summary>
internal static class Running
{
    /// <summary><c>label: value label: value …</c>, wrapped wherever the line ends.</summary>
    public static float Paragraph(Area area, IReadOnlyList<Item> items, Dice dice) =>
        Flow(area, items.SelectMany(item => item.Label.Concat(item.Value)), dice);

    public static float Separated(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        var separator = dice.Of("|", "·", ",", ".", "/", "-", ";");
        var text = new List<Piece>();
        foreach (var item in items)
        {
            if (text.Count > 0)
            {
                text.Add(new Piece(separator, FieldTag.Other) { Glued = separator is "," or "." or ";" });
            }

            text.AddRange(item.Label);
            text.AddRange(item.Value);
        }

        return Flow(area, text, dice);
    }

    /// <summary>Monospaced, dots or blanks between label and value.</summary>
    public static float Ticket(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        area.Canvas.IsMono = true;
        var (dots, y) = (dice.Chance(0.5), area.Y);
        foreach (var item in items)
        {
            var lines = area.Canvas.Wrap(item.Lines, area.Size, area.Width * 0.7f);
            var end = area.Canvas.Put(area.X, y, area.Size, item.Label);
            var start = area.Right - area.Canvas.Measure(lines[0], area.Size);
            var free = (int)((start - end) / (0.6f * area.Size));
            if (dots && free > 3)
            {
                area.Canvas.Put(end + (0.3f * area.Size), y, area.Size, [new Piece(new string('.', Math.Min(free - 1, 30)), FieldTag.Other)]);
            }

            y += start < end + (0.5f * area.Size) ? 1.2f * area.Size : 0;
            foreach (var line in lines)
            {
                area.Canvas.Right(area.Right, y, area.Size, line);
                y += 1.2f * area.Size;
            }
        }

        return y;
    }

    /// <summary>Monospaced, the value indented under its label.</summary>
    public static float TicketAbove(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        area.Canvas.IsMono = true;
        var y = area.Y;
        var indent = dice.Whole(0, 4) * area.Size;
        foreach (var item in items)
        {
            area.Canvas.Put(area.X, y, area.Size, item.Label);
            y = Stacks.Lines(area with { X = area.X + indent }, area.Canvas.Wrap(item.Lines, area.Size, area.Width - indent), area.Size, 0, y + (1.15f * area.Size));
        }

        return y;
    }

    public static float Flow(Area area, IEnumerable<Piece> text, Dice dice)
    {
        var (leading, y) = (area.Size * dice.Between(1.15, 1.6), area.Y);
        foreach (var line in area.Canvas.Wrap([[.. text]], area.Size, area.Width))
        {
            area.Canvas.Put(area.X, y, area.Size, line);
            y += leading;
        }

        return y;
    }
}
