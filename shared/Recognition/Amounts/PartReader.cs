using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.TextRecognition;

namespace Ocr.Recognition.Amounts;

/// <summary>Reads a part of an amount at its own size, with the neighboring parts painted over.</summary>
internal sealed class PartReader(WordReader words)
{
    // Margin around the region, as a fraction of its height: more than the margin of a crop.
    private const double Room = 0.3;

    // A part that contains ink but cannot be read becomes this word with a confidence near 0.
    private const string Unread = "?";
    private const float UnreadConfidence = 0.01f;

    /// <summary>Returns the words of a part, at least one.</summary>
    public IEnumerable<Word> Read(GrayPlane page, AmountPart part, byte ground, ReadingProfile profile, CancellationToken cancellationToken)
    {
        var room = Room * part.Region.Height;
        var area = new PixelBox(
            (int)Math.Floor(part.Region.X0 - room),
            (int)Math.Floor(part.Region.Y0 - room),
            (int)Math.Ceiling(part.Region.X1 + room),
            (int)Math.Ceiling(part.Region.Y1 + room));
        using var patch = new GrayPlane(area.Width, area.Height);
        Copy(page, patch, area, part, ground);
        var region = part.Region with
        {
            X0 = part.Region.X0 - area.X0,
            Y0 = part.Region.Y0 - area.Y0,
            X1 = part.Region.X1 - area.X0,
            Y1 = part.Region.Y1 - area.Y0,
        };
        var read = words.Read(patch, [region], profile, cancellationToken);
        var whole = new PixelBox(0, 0, page.Width, page.Height);
        if (read.Count == 0)
        {
            return [new Word(Unread, UnreadConfidence, Box(region, area).Intersect(whole)) { Beside = true }];
        }

        return read.Select(word => word with
        {
            Text = part.Kind == PartKind.After ? Zeros(word.Text) : word.Text,
            Beside = part.Kind != PartKind.Figure,
            Box = Moved(word.Box, area).Intersect(whole),
        });
    }

    private static PixelBox Box(TextRegion region, PixelBox area) => Moved(
        new PixelBox((int)Math.Round(region.X0), (int)Math.Round(region.Y0), (int)Math.Round(region.X1), (int)Math.Round(region.Y1)), area);

    private static PixelBox Moved(PixelBox box, PixelBox area) => new(box.X0 + area.X0, box.Y0 + area.Y0, box.X1 + area.X0, box.Y1 + area.Y0);

    private static void Copy(GrayPlane page, GrayPlane patch, PixelBox area, AmountPart part, byte ground)
    {
        patch.Pixels.Fill(ground);
        var x0 = (int)Math.Max(Math.Max(0, area.X0), Math.Ceiling(part.Left));
        var x1 = (int)Math.Min(Math.Min(page.Width, area.X1), Math.Floor(part.Right) + 1);
        for (var y = Math.Max(0, area.Y0); x0 < x1 && y < Math.Min(page.Height, area.Y1); y++)
        {
            page.Row(y)[x0..x1].CopyTo(patch.Row(y - area.Y0)[(x0 - area.X0)..]);
        }
    }

    /// <summary>Rings after a figure are zeros, independent of the letter or mark that was read: <c>2.681,ºº</c>.</summary>
    private static string Zeros(string text) =>
        text.All(c => char.IsAsciiDigit(c) || "ºoO°.,".Contains(c, StringComparison.Ordinal)) && text.Any(c => char.IsLetterOrDigit(c) || c == '°')
            ? string.Concat(text.Select(c => "ºoO°".Contains(c, StringComparison.Ordinal) ? '0' : c))
            : text;
}
