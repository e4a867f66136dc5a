using System.Buffers;
using Ocr.Recognition.Imaging;
using Ocr.Recognition.Inference;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Detection;

/// <summary>Runs the detector on a page at one scale and returns its boxes.</summary>
internal sealed class TextDetector(INetwork model, DetectorSettings settings)
{
    // Scaled pixels per run of the network. Runs of a megapixel and more took a fifth more processor time for the same page and more memory (ADR 57).
    private const int MaxPixels = 500_000;

    /// <summary>Processes a part of a page in bands, so that memory does not grow with the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="area">The part, not empty.</param>
    /// <param name="scale">Scaled pixels per page pixel.</param>
    /// <param name="cancellationToken">Checked before each band.</param>
    public List<TextRegion> Detect(GrayPlane page, PixelBox area, double scale, CancellationToken cancellationToken)
    {
        var tiles = PageTile.Split(area, scale, settings.MaxSide, MaxPixels);
        var regions = new List<TextRegion>();
        foreach (var tile in tiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            regions.AddRange(Run(page, ScaledPage.For(tile.Area, scale, settings)).Where(tile.Owns));
        }

        return regions;
    }

    private List<TextRegion> Run(GrayPlane page, ScaledPage scaled)
    {
        var (width, height, cell) = (scaled.PaddedWidth, scaled.PaddedHeight, settings.OutputStride);
        using var input = new PooledFloats(width * height);
        using var output = new PooledFloats(width / cell * (height / cell));
        Fill(page, scaled, input.Span);
        model.Run(input.Memory, [1, 1, height, width], output.Memory, [1, 1, height / cell, width / cell]);
        return BoxBuilder.Build(output.Span, scaled, settings);
    }

    private void Fill(GrayPlane page, ScaledPage scaled, Span<float> input)
    {
        var gray = ArrayPool<byte>.Shared.Rent(scaled.Width * scaled.Height);
        try
        {
            Resampler.Resize(page, scaled.Area, gray, scaled.Width, scaled.Height);
            var factor = (float)(1 / (255 * settings.Std));
            var offset = (float)(-settings.Mean / settings.Std);
            for (var y = 0; y < scaled.Height; y++)
            {
                var row = input.Slice(y * scaled.PaddedWidth, scaled.PaddedWidth);
                GrayToFloat.Convert(gray.AsSpan(y * scaled.Width, scaled.Width), row, factor, offset);
                row[scaled.Width..].Clear();
            }

            input[(scaled.Height * scaled.PaddedWidth)..].Clear();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(gray);
        }
    }
}
