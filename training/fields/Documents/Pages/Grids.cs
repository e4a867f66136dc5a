namespace Ocr.FieldDocuments.Pages;

/// <summary>Arrangements in columns.</summary>
internal static class Grids
{
    public static float TwoColumns(Area area, IReadOnlyList<Item> items, Dice dice) => Cells(area, items, dice, 2, labelFirst: true);

    public static float ThreeColumns(Area area, IReadOnlyList<Item> items, Dice dice) => Cells(area, items, dice, 3, labelFirst: true);

    public static float TwoColumnsBelow(Area area, IReadOnlyList<Item> items, Dice dice) => Cells(area, items, dice, 2, labelFirst: false);

    /// <summary>Two columns of <c>label: value</c>.</summary>
    public static float TwoColumnPairs(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        var (half, y) = (area.Width / 2, area.Y);
        var split = dice.Chance(0.5);
        foreach (var pair in items.Chunk(2))
        {
            var bottom = y;
            for (var i = 0; i < pair.Length; i++)
            {
                var cell = area with { X = area.X + (i * half), Width = half - area.Size, Y = y };
                bottom = Math.Max(bottom, split ? Rows.RightAligned(cell, [pair[i]], dice) : Rows.Inline(cell, [pair[i]], dice));
            }

            y = Math.Max(bottom, y + (area.Size * 1.4f));
        }

        return y;
    }

    /// <summary>Two stacks of pairs whose rows need not be aligned.</summary>
    public static float TwoStacks(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        var left = items.Take((items.Count + 1) / 2).ToList();
        var right = items.Skip(left.Count).ToList();
        var half = (area.Width / 2) - area.Size;
        var first = Stacks.Above(area with { Width = half }, left, dice);
        return right.Count == 0 ? first
            : Math.Max(first, Stacks.Above(area with { X = area.Middle + area.Size, Width = half, Y = area.Y + (dice.Chance(0.5) ? dice.Between(0, 1.5) * area.Size : 0) }, right, dice));
    }

    /// <summary>A row of column headings over a row of values, repeated until all items are placed.</summary>
    public static float Table(Area area, IReadOnlyList<Item> items, Dice dice)
    {
        var y = area.Y;
        foreach (var row in items.Chunk(dice.Whole(3, 5)))
        {
            var gap = area.Size * dice.Between(0.8, 2);
            var widths = row.Select(item => Math.Max(area.Canvas.Measure(item.Label, area.Size), area.Canvas.Measure(item.Value, area.Size)) + gap).ToArray();
            var scale = Math.Max(1, area.Width / widths.Sum());
            var x = area.X;
            for (var i = 0; i < row.Length; i++)
            {
                area.Canvas.Put(x, y, area.Size, row[i].Label);
                area.Canvas.Put(x, y + (1.7f * area.Size), area.Size, row[i].Value);
                x += widths[i] * scale;
            }

            y += 4.2f * area.Size;
        }

        return y;
    }

    private static float Cells(Area area, IReadOnlyList<Item> items, Dice dice, int columns, bool labelFirst)
    {
        var width = area.Width / columns;
        var size = columns == 3 ? 0.85f * area.Size : area.Size;
        var labelSize = size * dice.Between(0.75, 1.05);
        var align = dice.Chance(0.2) ? 0.5f : 0;
        var rightLast = columns == 2 && dice.Chance(0.2);
        var gap = size * dice.Between(0.6, 1.8);
        var y = area.Y;
        foreach (var row in items.Chunk(columns))
        {
            var bottom = y;
            for (var i = 0; i < row.Length; i++)
            {
                var cell = area with { X = area.X + (i * width), Width = width - (0.8f * size) };
                var side = rightLast && i == 1 ? 1 : align;
                var valueY = labelFirst ? Stacks.Lines(cell, area.Canvas.Wrap([row[i].Label], labelSize, cell.Width), labelSize, side, y) + (0.2f * size) : y;
                var end = Stacks.Lines(cell, area.Canvas.Wrap(row[i].Lines, size, cell.Width), size, side, valueY);
                bottom = Math.Max(bottom, labelFirst ? end : Stacks.Lines(cell, area.Canvas.Wrap([row[i].Label], labelSize, cell.Width), labelSize, side, end + (0.1f * size)));
            }

            y = bottom + gap;
        }

        return y;
    }
}
