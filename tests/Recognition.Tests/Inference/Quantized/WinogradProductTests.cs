using System.Runtime.Intrinsics.X86;
using CsCheck;
using Ocr.Recognition.Inference.Quantized;

namespace Ocr.Recognition.Tests.Inference.Quantized;

/// <summary>All instruction sets of this processor compute the same sums, so that all workers read the same words.</summary>
public sealed unsafe class WinogradProductTests
{
    private const int Blocks = 2;

    private delegate void Kernel(in WinogradOperands operands);

    [Fact]
    public void All_instruction_sets_give_the_same_sums() => Gen.Select(Gen.Int[1, 9], Gen.OneOfConst(16, 48), Gen.OneOfConst(1, 2, 4), Gen.Int).Sample((count, inputs, height, seed) =>
    {
        var random = new Random(seed);
        var shape = new WinogradShape(TestConvolution.Random(random, outputs: 16, inputs, kernelHeight: 3, kernelWidth: 3, strideY: 1, strideX: 1), height);
        var room = WinogradOperands.RoomFor(count);
        short[] tiles = [.. Enumerable.Range(0, room * shape.TileLength).Select(_ => (short)random.Next(-20_000, 20_001))];
        short[] weights = [.. Enumerable.Range(0, Blocks * shape.TileLength * FeatureMap.ChannelBlock).Select(_ => (short)random.Next(-21_504, 21_505))];
        foreach (var (run, blocks) in Variants())
        {
            var sums = Sums(run, shape, tiles, count, weights);
            for (var i = 0; i < blocks * count * shape.SumLength; i++)
            {
                var (block, at) = Math.DivRem(i, count * shape.SumLength);
                Assert.Equal(Expected(shape, tiles, weights, block, at), sums[(block * room * shape.SumLength) + at]);
            }
        }
    });

    private static IEnumerable<(Kernel Run, int Blocks)> Variants()
    {
        yield return ((in operands) => { WinogradProduct.Narrow(operands, 0); WinogradProduct.Narrow(operands, 1); }, 2);
        if (Avx512BW.IsSupported)
        {
            yield return (WinogradProduct.Wide, 1);
            yield return (WinogradProduct.WidePair, 2);
        }
    }

    private static int[] Sums(Kernel run, WinogradShape shape, short[] tiles, int count, short[] weights)
    {
        var sums = new int[Blocks * WinogradOperands.RoomFor(count) * shape.SumLength];
        fixed (short* tile = tiles, weight = weights)
        fixed (int* to = sums)
        {
            run(new WinogradOperands(shape, tile, count, weight, shape.TileLength * FeatureMap.ChannelBlock, to));
        }

        return sums;
    }

    private static int Expected(WinogradShape shape, short[] tiles, short[] weights, int block, int sum)
    {
        var (tile, inTile) = Math.DivRem(sum, shape.SumLength);
        var (position, channel) = Math.DivRem(inTile, FeatureMap.ChannelBlock);
        var expected = 0;
        for (var term = 0; term < shape.Terms; term++)
        {
            var weight = weights[((((block * shape.Positions) + position) * shape.Terms) + (term / 2 * 2)) * FeatureMap.ChannelBlock + (channel * 2) + (term % 2)];
            expected = unchecked(expected + (tiles[(tile * shape.TileLength) + (position * shape.Terms) + term] * weight));
        }

        return expected;
    }
}
