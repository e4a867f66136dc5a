using Ocr.Extractor.Scoring;

namespace Ocr.FieldDocuments.Pages;

/// <summary>Arrangements in which a label and its value share a row.</summary>
internal static class Rows
{
    public static float RightAligned(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        var (pitch, y) = (Pitch(area, dice, 1.3, 3), area.Y);
        var wrapLeft = dice.Chance(0.15);
        foreach (var item in items)
        {
            var labelEnd = area.Canvas.Put(area.X, y, area.Size, item.Label);
            var room = Math.Max(6 * area.Size, Math.Min(area.Right - labelEnd - area.Size, area.Width * 0.66f));
            var lines = area.Canvas.Wrap(item.Lines, area.Size, room);
            var left = area.Right - lines.Max(line => area.Canvas.Measure(line, area.Size));
            foreach (var line in lines)
            {
                area.Canvas.Put(wrapLeft ? left : area.Right - area.Canvas.Measure(line, area.Size), y, area.Size, line);
                y += 1.25f * area.Size;
            }

            y += pitch - (1.25f * area.Size);
        }

        return y;
    }

    public static float Column(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        var (pitch, y) = (Pitch(area, dice, 1.25, 2.8), area.Y);
        var column = area.X + Math.Max(dice.Between(0.3, 0.5) * area.Width, items.Max(item => area.Canvas.Measure(item.Label, area.Size)) + area.Size);
        var labelsRight = dice.Chance(0.12);
        var middle = dice.Chance(0.15);
        foreach (var item in items)
        {
            var lines = area.Canvas.Wrap(item.Lines, area.Size, Math.Max(7 * area.Size, area.Right - column));
            var labelY = y + (middle ? 0.6f * area.Size * (lines.Count - 1) : 0);
            area.Canvas.Put(labelsRight ? column - area.Size - area.Canvas.Measure(item.Label, area.Size) : area.X, labelY, area.Size, item.Label);
            foreach (var line in lines)
            {
                area.Canvas.Put(column, y, area.Size, line);
                y += 1.2f * area.Size;
            }

            y += pitch - (1.2f * area.Size);
        }

        return y;
    }

    /// <summary><c>Label: value</c>, wrapped back to the left edge.</summary>
    public static float Inline(Area area, IReadOnlyList<Item> items, Dice dice) => InlineLines(area, items, dice, isCentered: false);

    public static float CenteredInline(Area area, IReadOnlyList<Item> items, Dice dice) => InlineLines(area, items, dice, isCentered: true);

    /// <summary>Value at the left edge, followed by its label.</summary>
    public static float LabelRight(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        var (pitch, y) = (Pitch(area, dice, 1.3, 2.6), area.Y);
        var column = items.Max(item => area.Canvas.Measure(item.Value, area.Size)) < 0.6f * area.Width;
        var x = area.X + items.Max(item => area.Canvas.Measure(item.Value, area.Size)) + (2 * area.Size);
        foreach (var item in items)
        {
            var end = area.Canvas.Put(area.X, y, area.Size, item.Value);
            area.Canvas.Put(column ? x : end + (1.6f * area.Size), y, 0.9f * area.Size, item.Label);
            y += pitch;
        }

        return y;
    }

    /// <summary>Values at the left, labels against the right edge.</summary>
    public static float ValueThenLabel(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        var (pitch, y) = (Pitch(area, dice, 1.4, 2.8), area.Y);
        foreach (var item in items)
        {
            area.Canvas.Put(area.X, y, area.Size, item.Value);
            area.Canvas.Right(area.Right, y, area.Size, item.Label);
            y += pitch;
        }

        return y;
    }

    public static float Pitch(Area area, Dice dice, double low, double high) => area.Size * dice.Between(low, high);

    private static float InlineLines(Area area, IReadOnlyList<Item> items, Dice dice, bool isCentered)
    {
        var (pitch, y) = (Pitch(area, dice, 1.2, 2.2), area.Y);
        var bullet = dice.Chance(0.1) ? dice.Of("-", "•", "*", ">") : null;
        foreach (var item in items)
        {
            List<Piece> text = [.. item.Label, .. item.Value];
            if (bullet is not null)
            {
                text.Insert(0, new Piece(bullet, FieldTag.Other));
            }

            if (dice.Chance(0.06) && item.Label.Count > 0 && item.Label[^1].Text.EndsWith(':'))
            {
                text[item.Label.Count + (bullet is null ? 0 : 1)] = text[item.Label.Count + (bullet is null ? 0 : 1)] with { Glued = true };
            }

            foreach (var line in area.Canvas.Wrap([text], area.Size, area.Width))
            {
                area.Canvas.Put(isCentered ? area.Middle - (area.Canvas.Measure(line, area.Size) / 2) : area.X, y, area.Size, line);
                y += 1.2f * area.Size;
            }

            y += pitch - (1.2f * area.Size);
        }

        return y;
    }
}
