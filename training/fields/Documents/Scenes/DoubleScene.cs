using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Pages;

namespace Ocr.FieldDocuments.Scenes;

/// <summary>Two payments in one picture: stacked, side by side, the second or the first cropped. The words of the secondary one are tagged as the second receipt's.</summary>
internal static class DoubleScene
{
    public static Document Join(Document first, Document second, Dice dice)
    {
        var scale = first.Width / second.Width;
        var sideBySide = dice.Chance(0.4);
        if (sideBySide)
        {
            scale *= dice.Between(0.85, 1.15);
        }

        var other = Scale(second, scale);
        // the cropped receipt is the secondary one
        var cut = dice.Whole(0, 5);
        other = cut == 0 ? Crop(other, 0, other.Height * dice.Between(0.4, 0.8)) : other;
        var whole = first;
        if (sideBySide)
        {
            var gap = first.Width * dice.Between(0, 0.08);
            return Join(whole, Second(Move(other, first.Width + gap, dice.Chance(0.3) ? dice.Between(-0.03, 0.05) * first.Height : 0)), first.Width + gap + other.Width, Math.Max(first.Height, other.Height));
        }

        if (cut == 1)
        {
            // the end of an earlier receipt above the primary one
            var start = Crop(other, other.Height * dice.Between(0.4, 0.75), other.Height);
            return Join(Move(whole, 0, start.Height), Second(start), whole.Width, start.Height + whole.Height);
        }

        var blank = first.Height * dice.Between(0, 0.05);
        return Join(whole, Second(Move(other, 0, first.Height + blank)), Math.Max(first.Width, other.Width), first.Height + blank + other.Height);
    }

    private static Document Join(Document read, IReadOnlyList<Placed> second, float width, float height) =>
        read with { Words = [.. read.Words, .. second], Width = width, Height = height, HasTwo = true, Layout = "two" };

    private static Placed[] Second(Document page) =>
        [.. page.Words.Select(word => word with { Tag = FieldTag.SecondReceipt, Last = FieldTag.SecondReceipt })];

    private static Document Scale(Document page, float scale) => page with
    {
        Words = [.. page.Words.Select(word => word with { X0 = word.X0 * scale, Y0 = word.Y0 * scale, X1 = word.X1 * scale, Y1 = word.Y1 * scale })],
        Width = page.Width * scale,
        Height = page.Height * scale,
    };

    private static Document Move(Document page, float right, float down) =>
        page with { Words = [.. page.Words.Select(word => word with { X0 = word.X0 + right, X1 = word.X1 + right, Y0 = word.Y0 + down, Y1 = word.Y1 + down })] };

    private static Document Crop(Document page, float top, float bottom) =>
        Move(page with { Words = [.. page.Words.Where(word => word.Y0 >= top && word.Y1 <= bottom)], Height = bottom - top }, 0, -top);
}
