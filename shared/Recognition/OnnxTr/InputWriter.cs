using System.Buffers;
using Ocr.Recognition.Imaging;

namespace Ocr.Recognition.OnnxTr;

/// <summary>Writes a part of a page to a model's input tensor: resized, padded with black, normalized.</summary>
internal sealed class InputWriter
{
    private readonly OnnxTrModel _model;
    private readonly bool _symmetric;

    // Normalized value of each of the 256 levels of each channel: (level / 255 - mean) / std, in float32 as in numpy.
    private readonly float[][] _levels;

    public InputWriter(OnnxTrModel model, OnnxTrModelSettings settings, bool symmetric)
    {
        _model = model;
        _symmetric = symmetric;
        _levels = [.. settings.Mean.Zip(settings.Std, (mean, std) =>
            Enumerable.Range(0, 256).Select(level => ((level / 255f) - (float)mean) / (float)std).ToArray())];
    }

    /// <summary>Writes one image of the batch.</summary>
    /// <param name="page">The page.</param>
    /// <param name="area">The part to write, not empty, inside the page.</param>
    /// <param name="tensor"><see cref="OnnxTrModel.InputLength"/> values.</param>
    public void Write(ColorPlane page, PixelBox area, Span<float> tensor)
    {
        var box = Letterbox.Fit(area.Width, area.Height, _model.Width, _model.Height, _symmetric);
        var buffer = ArrayPool<uint>.Shared.Rent(box.Width * box.Height);
        try
        {
            var pixels = buffer.AsSpan(0, box.Width * box.Height);
            BilinearResampler.Resize(page, area, pixels, box.Width, box.Height);
            for (var channel = 0; channel < 3; channel++)
            {
                Spread(pixels, box, channel, tensor);
            }
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(buffer);
        }
    }

    private void Spread(ReadOnlySpan<uint> pixels, Letterbox box, int channel, Span<float> tensor)
    {
        var (levels, shift) = (_levels[channel], 8 * channel);
        var step = _model.ChannelsLast ? 3 : 1;
        var first = _model.ChannelsLast ? channel : channel * _model.Height * _model.Width;
        for (var y = 0; y < _model.Height; y++)
        {
            var row = tensor[(first + (y * _model.Width * step))..];
            var inside = y >= box.Top && y < box.Top + box.Height;
            var from = inside ? pixels.Slice((y - box.Top) * box.Width, box.Width) : [];
            for (var x = 0; x < _model.Width; x++)
            {
                var at = x - box.Left;
                row[x * step] = (uint)at < (uint)from.Length ? levels[(byte)(from[at] >> shift)] : levels[0];
            }
        }
    }
}
