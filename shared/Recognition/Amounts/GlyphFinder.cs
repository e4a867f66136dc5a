using System.Buffers;
using Ocr.Recognition.Detection;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;

namespace Ocr.Recognition.Amounts;

/// <summary>Finds the glyphs around a word, light on dark or dark on light.</summary>
internal static class GlyphFinder
{
    // Height to which the word is scaled. Interpolation separates glyphs whose edges blur into each other in a small word.
    private const double ScaledHeight = 40;
    private const double MaxEnlarged = 6;

    // Minimum difference between ink and background, gray levels; a smaller one is indistinguishable from noise.
    private const double MinContrast = 12;

    // Threshold as a fraction of the way from background to ink. Thin strokes of small characters never reach the tone of thick strokes.
    private const double Edge = 0.42;

    // Components smaller than this in both directions are noise, as a fraction of the word's height.
    private const double Speck = 0.06;

    /// <summary>Returns the ink of an area that contains a word; an empty list when ink and background are too similar.</summary>
    /// <param name="page">The page.</param>
    /// <param name="area">Search area, pixels of the page.</param>
    /// <param name="word">The word that defines the tones of ink and background, within <paramref name="area"/>.</param>
    public static InkScan Find(GrayPlane page, PixelBox area, PixelBox word)
    {
        var scale = Math.Min(MaxEnlarged, ScaledHeight / word.Height);
        var (width, height) = (Math.Max(1, (int)Math.Round(area.Width * scale)), Math.Max(1, (int)Math.Round(area.Height * scale)));
        var buffer = ArrayPool<byte>.Shared.Rent(width * height);
        try
        {
            var pixels = buffer.AsSpan(0, width * height);
            Resampler.Resize(page, area, pixels, width, height);
            var (toX, toY) = ((double)width / area.Width, (double)height / area.Height);
            var inside = new PixelBox(
                (int)((word.X0 - area.X0) * toX),
                (int)((word.Y0 - area.Y0) * toY),
                (int)Math.Ceiling((word.X1 - area.X0) * toX),
                (int)Math.Ceiling((word.Y1 - area.Y0) * toY)).Intersect(new PixelBox(0, 0, width, height));
            var tone = InkTone.Of(pixels, width, inside);
            return Math.Abs(tone.Ink - tone.Ground) < MinContrast
                ? new InkScan([], (byte)tone.Ground)
                : new InkScan(Glyphs(page, pixels, width, height, tone, area, Speck * word.Height), (byte)Math.Round(tone.Ground));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static List<Glyph> Glyphs(
        GrayPlane page, ReadOnlySpan<byte> pixels, int width, int height, InkTone tone, PixelBox area, double speck)
    {
        using var values = new PooledFloats(width * height);
        var sign = Math.Sign(tone.Ink - tone.Ground);
        var edge = tone.Ground + (Edge * (tone.Ink - tone.Ground));
        GrayToFloat.Convert(pixels, values.Span, sign, (float)(-sign * edge));
        var (toX, toY) = ((double)area.Width / width, (double)area.Height / height);

        // A component that touches the edge of the area is a rule, a card or the edge of a pill; at the page's edge it may be a character.
        return [.. ComponentLabeler.Label(values.Span, width, width, height, 0)
            .Where(spot => spot.Y0 > 0 && spot.Y1 < height && (spot.X0 > 0 || area.X0 == 0) && (spot.X1 < width || area.X1 == page.Width))
            .Select(spot => new Glyph(area.X0 + (spot.X0 * toX), area.Y0 + (spot.Y0 * toY), area.X0 + (spot.X1 * toX), area.Y0 + (spot.Y1 * toY)))
            .Where(glyph => glyph.Width >= speck || glyph.Height >= speck)
            .OrderBy(glyph => glyph.X0)];
    }
}
