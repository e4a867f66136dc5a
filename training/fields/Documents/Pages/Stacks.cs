namespace Ocr.FieldDocuments.Pages;

/// <summary>Arrangements with a label above or below its value.</summary>
internal static class Stacks
{
    public static float Above(Area area, IReadOnlyList<Item> items, Dice dice) => Set(area, items, dice, labelFirst: true, align: 0);

    public static float AboveCentered(Area area, IReadOnlyList<Item> items, Dice dice) => Set(area, items, dice, labelFirst: true, align: 0.5f);

    public static float AboveRight(Area area, IReadOnlyList<Item> items, Dice dice) => Set(area, items, dice, labelFirst: true, align: 1);

    /// <summary>A caption under each value.</summary>
    public static float Below(Area area, IReadOnlyList<Item> items, Dice dice) => Set(area, items, dice, labelFirst: false, align: 0);

    public static float BelowCentered(Area area, IReadOnlyList<Item> items, Dice dice) => Set(area, items, dice, labelFirst: false, align: 0.5f);

    private static float Set(Area area, IReadOnlyList<Item> items, Dice dice, bool labelFirst, float align)
    {
        var labelSize = area.Size * dice.Between(0.7, 1.05);
        var valueSize = area.Size * dice.Between(0.95, labelFirst ? 1.2 : 1.5);
        // the gap within a pair is smaller than the gap to the next pair; the ratio differs between apps
        var inner = area.Size * dice.Between(0.05, 0.5);
        var outer = inner + (area.Size * dice.Between(0.3, 1.6));
        var y = area.Y;
        foreach (var item in items)
        {
            if (labelFirst)
            {
                y = Lines(area, [item.Label], labelSize, align, y) + inner;
            }

            y = Lines(area, area.Canvas.Wrap(item.Lines, valueSize, area.Width), valueSize, align, y);
            if (!labelFirst)
            {
                y = Lines(area, [item.Label], labelSize, align, y + inner);
            }

            y += outer;
        }

        return y;
    }

    /// <summary>Places lines below each other; <c>align</c> is 0 for left, 0.5 for centered, 1 for right.</summary>
    public static float Lines(Area area, IEnumerable<List<Piece>> lines, float size, float align, float y)
    {
        foreach (var line in lines.Where(line => line.Count > 0))
        {
            area.Canvas.Put(area.X + (align * (area.Width - area.Canvas.Measure(line, size))), y, size, line);
            y += 1.15f * size;
        }

        return y;
    }
}
