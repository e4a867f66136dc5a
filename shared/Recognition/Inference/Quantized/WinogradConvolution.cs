using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>A convolution from bytes to bytes with windows three columns wide, by the algorithm of <see cref="WinogradShape"/>. The outputs are those of <see cref="Convolution"/>.</summary>
internal sealed unsafe class WinogradConvolution : Layer
{
    // Blocks of channels that are computed together.
    private const int Blocks = 2;

    private readonly int _input;
    private readonly WinogradShape[] _shapes;
    private readonly Lazy<WinogradForm>[] _forms;
    private readonly ChannelConstants _constants;
    private readonly Requantizer _requantizer;

    /// <param name="source">The weights; <see cref="WinogradShape.Supports"/> them.</param>
    /// <param name="input">Index of the input.</param>
    /// <param name="from">The meaning of the input.</param>
    /// <param name="output">Index of the output.</param>
    /// <param name="to">The meaning of the output.</param>
    /// <param name="positive">Whether negative sums become 0 (Relu).</param>
    public WinogradConvolution(ConvolutionSource source, int input, Quantization from, int output, Quantization to, bool positive)
        : base(output)
    {
        _input = input;
        int[] heights = WinogradShape.HasOverlappingRows(source) ? [WinogradShape.MaxHeight, 2] : [1];
        _shapes = [.. heights.Select(height => new WinogradShape(source, height))];
        _forms = [.. _shapes.Select(shape => new Lazy<WinogradForm>(() => new WinogradForm(source, shape)))];
        _constants = new ChannelConstants(source, from, to.Scale);
        _requantizer = new Requantizer(to.ZeroPoint, positive);
        ScratchBytes = _shapes.Max(shape => WinogradForm.TileBytes(shape) + (Blocks * WinogradForm.SumBytes(shape)));
    }

    public override int ScratchBytes { get; }

    public override MapSize Size(ReadOnlySpan<MapSize> sizes) => sizes[_input].Strided(_shapes[0].StrideY, 1);

    public override void Run(ReadOnlySpan<FeatureMap[]> images, byte* scratch)
    {
        var form = FormOf(images[0][Output].Size.Height);
        var tiles = stackalloc Tile[WinogradForm.MaxBatch];
        var count = 0;
        for (var image = 0; image < images.Length; image++)
        {
            count = Add(form, images, image, tiles, count, scratch);
        }

        Compute(form, images, tiles, count, scratch);
        foreach (var maps in images)
        {
            maps[Output].CloseRows();
        }
    }

    /// <summary>The tallest tiles that a map fills. The height of a map depends on the image; most layers only ever need the weights of one form.</summary>
    private WinogradForm FormOf(int height) => _forms[_shapes[0].Height <= height ? 0 : ^1].Value;

    /// <summary>Adds the tiles of an image to a batch, and computes the batch whenever it is full.</summary>
    /// <returns>Tiles of the batch that is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Add(WinogradForm form, ReadOnlySpan<FeatureMap[]> images, int image, Tile* tiles, int count, byte* scratch)
    {
        var input = images[image][_input];
        var (height, width) = (images[image][Output].Size.Height, images[image][Output].Size.Width);
        for (var y = 0; y < height; y += form.Shape.Height)
        {
            for (var x = 0; x < width; x += WinogradShape.Width)
            {
                if (x > 0 && x + WinogradShape.Width <= width && Repeats(form.Shape, input, y, x))
                {
                    tiles[count - 1].Repeats++;
                    continue;
                }

                if (count == form.Batch)
                {
                    Compute(form, images, tiles, count, scratch);
                    count = 0;
                }

                tiles[count++] = new Tile { Image = image, Y = y, X = x };
            }
        }

        return count;
    }

    /// <summary>Whether the outputs of a tile are those of the pixel before it, because nothing changes within their windows (see <see cref="RepeatedPixels"/>).</summary>
    private static bool Repeats(WinogradShape shape, FeatureMap input, int y, int x)
    {
        var bytes = WinogradShape.Columns * input.Channels;
        for (var row = 0; row < shape.Rows; row++)
        {
            var window = WinogradInput.Row(input, shape, y, x, row);
            if (!RepeatedPixels.Repeats(window - input.Channels, bytes, input.Channels))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compute(WinogradForm form, ReadOnlySpan<FeatureMap[]> images, Tile* tiles, int count, byte* scratch)
    {
        var (shape, weights) = (form.Shape, form.Weights);
        var transformed = (short*)scratch;
        var sums = (int*)(scratch + WinogradForm.TileBytes(shape));
        for (var i = 0; i < count; i++)
        {
            WinogradInput.Transform(images[tiles[i].Image][_input], shape, tiles[i].Y, tiles[i].X, transformed + (i * shape.TileLength));
        }

        for (var channel = 0; channel < _constants.Count; channel += Blocks * FeatureMap.ChannelBlock)
        {
            var blocks = Math.Min(Blocks, (_constants.Count - channel) / FeatureMap.ChannelBlock);
            var first = weights.Weights + (channel / FeatureMap.ChannelBlock * weights.BlockLength);
            var operands = new WinogradOperands(shape, transformed, count, first, weights.BlockLength, sums);
            WinogradProduct.Run(operands, blocks);
            for (var block = 0; block < blocks; block++)
            {
                for (var i = 0; i < count; i++)
                {
                    Store(shape.Height, images[tiles[i].Image][Output], tiles[i], channel + (block * FeatureMap.ChannelBlock), operands.Sums(block) + (i * shape.SumLength));
                }
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(int height, FeatureMap output, Tile tile, int channel, int* sums)
    {
        var row = stackalloc int[WinogradShape.MaxHeight * WinogradOutput.RowLength];
        WinogradOutput.Transform(sums, height, _constants.Bias + channel, row);
        for (var y = tile.Y; y < Math.Min(tile.Y + height, output.Size.Height); y++, row += WinogradOutput.RowLength)
        {
            var store = new ByteRow(output.At(y, tile.X), output.Channels, _constants.Scales, _requantizer);
            for (var column = 0; column < WinogradShape.Width; column++)
            {
                var pixel = row + (column * FeatureMap.ChannelBlock);
                store.Store(column, channel, Vector256.Load(pixel), Vector256.Load(pixel + Vector256<int>.Count));
            }

            if (tile.Repeats > 0)
            {
                Repeat(output, y, tile, channel);
            }
        }
    }

    private static void Repeat(FeatureMap output, int y, Tile tile, int channel)
    {
        var to = output.At(y, tile.X + WinogradShape.Width) + channel;
        var last = Vector128.Load(to - output.Channels);
        for (var pixel = 0; pixel < tile.Repeats * WinogradShape.Width; pixel++, to += output.Channels)
        {
            last.Store(to);
        }
    }

    private struct Tile
    {
        public int Image;
        public int Y;
        public int X;

        /// <summary>Tiles behind it whose outputs are those of its last pixel.</summary>
        public int Repeats;
    }
}
