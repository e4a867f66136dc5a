namespace Ocr.Recognition.Imaging;

/// <summary>A block of a page with many edges at which the color changes, but hardly the luminance: text there is hardly visible in gray.</summary>
/// <param name="Area">The block, pixels of the image.</param>
/// <param name="Channel">The channel that changes most at these edges: 0 red, 1 green, 2 blue.</param>
/// <param name="Share">The share of such edges among the pixels, 0–1. The edge of one shape has at most 0.094, text has more.</param>
internal readonly record struct ColorEdgeBlock(PixelBox Area, int Channel, double Share);
