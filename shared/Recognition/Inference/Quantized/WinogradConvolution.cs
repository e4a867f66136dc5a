using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>A convolution from bytes to bytes with windows three columns wide, by the algorithm of <see cref="WinogradShape"/>. The outputs are those of <see cref="Convolution"/>.</summary>
internal sealed unsafe class WinogradConvolution : Layer
{
    // The transformed tiles of a batch and their sums stay in the second level of the cache.
    private const int MaxBatch = 32;
    private const int MaxBatchBytes = 128 * 1024;

    // Blocks of channels that are computed together.
    private const int Blocks = 2;

    private readonly int _input;
    private readonly WinogradShape _shape;
    private readonly WinogradWeights _weights;
    private readonly ChannelConstants _constants;
    private readonly Requantizer _requantizer;
    private readonly int _batch;

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
        _shape = new WinogradShape(source);
        _weights = new WinogradWeights(source, _shape);
        _constants = new ChannelConstants(source, from, to.Scale);
        _requantizer = new Requantizer(to.ZeroPoint, positive);
        _batch = Math.Clamp(MaxBatchBytes / (_shape.TileLength * sizeof(short)) / WinogradProduct.Tiles, 1, MaxBatch / WinogradProduct.Tiles) * WinogradProduct.Tiles;
    }

    public override int ScratchBytes => TileBytes + (Blocks * _batch * _shape.SumLength * sizeof(int));

    private int TileBytes => (int)CacheLine.RoundUp(_batch * _shape.TileLength * sizeof(short));

    public override MapSize Size(ReadOnlySpan<MapSize> sizes) => sizes[_input].Strided(_shape.StrideY, 1);

    public override void Run(ReadOnlySpan<FeatureMap[]> images, byte* scratch)
    {
        var tiles = stackalloc Tile[MaxBatch];
        var count = 0;
        for (var image = 0; image < images.Length; image++)
        {
            count = Add(images, image, tiles, count, scratch);
        }

        Compute(images, tiles, count, scratch);
        foreach (var maps in images)
        {
            maps[Output].CloseRows();
        }
    }

    /// <summary>Adds the tiles of an image to a batch, and computes the batch whenever it is full.</summary>
    /// <returns>Tiles of the batch that is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Add(ReadOnlySpan<FeatureMap[]> images, int image, Tile* tiles, int count, byte* scratch)
    {
        var input = images[image][_input];
        var (height, width) = (images[image][Output].Size.Height, images[image][Output].Size.Width);
        for (var y = 0; y < height; y += _shape.Height)
        {
            for (var x = 0; x < width; x += WinogradShape.Width)
            {
                if (x > 0 && x + WinogradShape.Width <= width && Repeats(input, y, x))
                {
                    tiles[count - 1].Repeats++;
                    continue;
                }

                if (count == _batch)
                {
                    Compute(images, tiles, count, scratch);
                    count = 0;
                }

                tiles[count++] = new Tile { Image = image, Y = y, X = x };
            }
        }

        return count;
    }

    /// <summary>Whether the outputs of a tile are those of the pixel before it, because nothing changes within their windows (see <see cref="RepeatedPixels"/>).</summary>
    private bool Repeats(FeatureMap input, int y, int x)
    {
        var bytes = WinogradShape.Columns * input.Channels;
        for (var row = 0; row < _shape.Rows; row++)
        {
            var window = WinogradInput.Row(input, _shape, y, x, row);
            if (!new ReadOnlySpan<byte>(window - input.Channels, bytes).SequenceEqual(new ReadOnlySpan<byte>(window, bytes)))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compute(ReadOnlySpan<FeatureMap[]> images, Tile* tiles, int count, byte* scratch)
    {
        var transformed = (short*)scratch;
        for (var i = 0; i < count; i++)
        {
            WinogradInput.Transform(images[tiles[i].Image][_input], _shape, tiles[i].Y, tiles[i].X, transformed + (i * _shape.TileLength));
        }

        for (var channel = 0; channel < _constants.Count; channel += Blocks * FeatureMap.ChannelBlock)
        {
            var blocks = Math.Min(Blocks, (_constants.Count - channel) / FeatureMap.ChannelBlock);
            var weights = _weights.Weights + (channel / FeatureMap.ChannelBlock * _weights.BlockLength);
            var operands = new WinogradOperands(_shape, transformed, count, weights, _weights.BlockLength, (int*)(scratch + TileBytes));
            WinogradProduct.Run(operands, blocks);
            for (var block = 0; block < blocks; block++)
            {
                for (var i = 0; i < count; i++)
                {
                    Store(images[tiles[i].Image][Output], tiles[i], channel + (block * FeatureMap.ChannelBlock), operands.Sums(block) + (i * _shape.SumLength));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(FeatureMap output, Tile tile, int channel, int* sums)
    {
        var row = stackalloc int[2 * WinogradOutput.RowLength];
        WinogradOutput.Transform(sums, _shape, _constants.Bias + channel, row);
        for (var y = tile.Y; y < Math.Min(tile.Y + _shape.Height, output.Size.Height); y++, row += WinogradOutput.RowLength)
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
