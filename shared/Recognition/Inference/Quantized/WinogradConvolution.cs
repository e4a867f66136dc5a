using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>A convolution from bytes to bytes with windows three columns wide, by the algorithm of <see cref="WinogradShape"/>. The outputs are those of <see cref="Convolution"/>.</summary>
internal sealed unsafe class WinogradConvolution : Layer
{
    // The transformed tiles of a batch and their sums stay in the second level of the cache.
    private const int MaxBatch = 32;
    private const int MaxBatchBytes = 128 * 1024;

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

    private int SumLength => _shape.Positions * FeatureMap.ChannelBlock;

    private int TileBytes => (int)CacheLine.RoundUp(_batch * _shape.TileLength * sizeof(short));

    public override MapSize Size(ReadOnlySpan<MapSize> sizes) => sizes[_input].Strided(_shape.StrideY, 1);

    public override int ScratchBytes => TileBytes + (_batch * SumLength * sizeof(int));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(ReadOnlySpan<FeatureMap> maps, byte* scratch)
    {
        var (input, output) = (maps[_input], maps[Output]);
        var (height, width) = (output.Size.Height, output.Size.Width);
        var tiles = stackalloc Tile[MaxBatch];
        var count = 0;
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
                    Compute(input, output, tiles, count, scratch);
                    count = 0;
                }

                tiles[count++] = new Tile { Y = y, X = x };
            }
        }

        Compute(input, output, tiles, count, scratch);
        for (var y = 0; y < height; y++)
        {
            output.CloseRow(y);
        }
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
    private void Compute(FeatureMap input, FeatureMap output, Tile* tiles, int count, byte* scratch)
    {
        var transformed = (short*)scratch;
        var sums = (int*)(scratch + TileBytes);
        for (var i = 0; i < count; i++)
        {
            WinogradInput.Transform(input, _shape, tiles[i].Y, tiles[i].X, transformed + (i * _shape.TileLength));
        }

        var weights = _weights.Weights;
        for (var channel = 0; channel < _constants.Count; channel += FeatureMap.ChannelBlock)
        {
            for (var position = 0; position < _shape.Positions; position++, weights += _weights.PositionLength)
            {
                // The last group may have fewer tiles; the sums of the others are not used.
                for (var i = 0; i < count; i += WinogradProduct.Tiles)
                {
                    WinogradProduct.Run(
                        transformed + (i * _shape.TileLength) + (position * _shape.Terms), _shape.TileLength, _shape.Terms, weights,
                        sums + (i * SumLength) + (position * FeatureMap.ChannelBlock), SumLength);
                }
            }

            for (var i = 0; i < count; i++)
            {
                Store(output, tiles[i], channel, sums + (i * SumLength));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(FeatureMap output, Tile tile, int channel, int* sums)
    {
        var pixels = stackalloc int[WinogradShape.Width * FeatureMap.ChannelBlock];
        for (var row = 0; row < _shape.Height && tile.Y + row < output.Size.Height; row++)
        {
            WinogradOutput.Transform(sums, _shape, row, _constants.Bias + channel, pixels);
            var store = new ByteRow(output.At(tile.Y + row, tile.X), output.Channels, _constants.Scales, _requantizer);
            for (var column = 0; column < WinogradShape.Width; column++)
            {
                var pixel = pixels + (column * FeatureMap.ChannelBlock);
                store.Store(column, channel, Vector256.Load(pixel), Vector256.Load(pixel + Vector256<int>.Count));
            }

            Repeat(output, tile, row, channel);
        }
    }

    private static void Repeat(FeatureMap output, Tile tile, int row, int channel)
    {
        var to = output.At(tile.Y + row, tile.X + WinogradShape.Width) + channel;
        var last = Vector128.Load(to - output.Channels);
        for (var pixel = 0; pixel < tile.Repeats * WinogradShape.Width; pixel++, to += output.Channels)
        {
            last.Store(to);
        }
    }

    private struct Tile
    {
        public int Y;
        public int X;

        /// <summary>Tiles behind it whose outputs are those of its last pixel.</summary>
        public int Repeats;
    }
}
