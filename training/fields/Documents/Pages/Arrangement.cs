using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Pages;

/// <summary>The area in which a group of items is placed.</summary>
/// <param name="Canvas">The page.</param>
/// <param name="X">Left edge, pixels.</param>
/// <param name="Y">Top edge, pixels.</param>
/// <param name="Width">Available width, pixels.</param>
/// <param name="Size">Height of text, pixels.</param>
internal sealed record Area(Canvas Canvas, float X, float Y, float Width, float Size)
{
    public float Right => X + Width;

    public float Middle => X + (Width / 2);
}

/// <summary>A layout of labels and values; returns the bottom of the placed items.</summary>
/// <param name="Name">Name in evaluations.</param>
/// <param name="IsHeldBack">Whether it is excluded from training.</param>
/// <param name="Set">Places the items.</param>
internal sealed record Arrangement(string Name, bool IsHeldBack, Func<Area, IReadOnlyList<Item>, Dice, float> Set)
{
    public static IReadOnlyList<Arrangement> All { get; } =
    [
        new("right-aligned", false, Rows.RightAligned),
        new("right-aligned", false, Rows.RightAligned),
        new("column", false, Rows.Column),
        new("column", false, Rows.Column),
        new("inline", false, Rows.Inline),
        new("inline", false, Rows.Inline),
        new("label-right", false, Rows.LabelRight),
        new("value-label-columns", false, Rows.ValueThenLabel),
        new("centered-inline", true, Rows.CenteredInline),
        new("above", false, Stacks.Above),
        new("above", false, Stacks.Above),
        new("above-centered", false, Stacks.AboveCentered),
        new("below", false, Stacks.Below),
        new("below-centered", false, Stacks.BelowCentered),
        new("above-right", false, Stacks.AboveRight),
        new("two-columns", false, Grids.TwoColumns),
        new("three-columns", false, Grids.ThreeColumns),
        new("two-columns-below", true, Grids.TwoColumnsBelow),
        new("two-column-pairs", false, Grids.TwoColumnPairs),
        new("two-stacks", false, Grids.TwoStacks),
        new("table", false, Grids.Table),
        new("running", false, Running.Paragraph),
        new("running-separated", false, Running.Separated),
        new("ticket", false, Running.Ticket),
        new("ticket-lines", true, Running.TicketAbove),
    ];

    /// <summary>Returns the arrangements that documents of a split may use.</summary>
    public static Arrangement[] Allowed(Split split) => [.. All.Where(arrangement => split == Split.All || arrangement.IsHeldBack == (split == Split.Layouts))];
}
