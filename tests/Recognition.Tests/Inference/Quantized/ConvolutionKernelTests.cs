using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CsCheck;
using Ocr.Recognition.Inference.Quantized;

namespace Ocr.Recognition.Tests.Inference.Quantized;

/// <summary>The instruction sets that this processor has give the same sums: a worker must not read other words than its neighbor.</summary>
public sealed unsafe class ConvolutionKernelTests
{
    [Fact]
    public void All_instruction_sets_give_the_same_sums() => Gen.Select(Gen.Int[1, 30], Gen.OneOfConst(1, 3), Gen.Int[1, 2], Gen.Int).Sample((width, kernel, stride, seed) =>
    {
        var random = new Random(seed);
        var input = new TestMap(new MapSize(kernel, width * stride), 16, new Quantization(1, 9)).Fill(random, 0.2);
        var source = TestConvolution.Random(random, outputs: 32, inputs: 16, kernel, kernel, stride, stride);
        var sums = Variants().Select(variant => Sums(variant, source, input, width)).ToList();
        Assert.NotEmpty(sums);
        for (var pixel = 0; pixel < width; pixel++)
        {
            for (var channel = 0; channel < 32; channel++)
            {
                var expected = TestConvolution.Of(source, input, kernel / 2 / stride, pixel, channel) / source.Scales[channel];
                Assert.All(sums, sum => Assert.Equal(expected, sum[(pixel * 32) + channel], 0.5));
            }
        }
    });

    private delegate void Kernel(in ConvolutionRow row, in SumRow store, int channel);

    private static IEnumerable<(Kernel Run, int Block)> Variants()
    {
        yield return (ConvolutionKernel.BlocksOfFour<PairwiseProduct, SumRow>, 4);
        if (AvxVnni.IsSupported)
        {
            yield return (ConvolutionKernel.BlocksOfSix<VnniProduct, SumRow>, 6);
        }

        if (Avx512BW.IsSupported)
        {
            yield return (ConvolutionKernel.WideBlocks, 6);
        }
    }

    private static int[] Sums((Kernel Run, int Block) variant, ConvolutionSource source, TestMap input, int width)
    {
        var weights = new ConvolutionWeights(source, input.Quantization, unit: 1);
        var row = new ConvolutionWindow(source, weights).Row(input.Map, source.KernelHeight / 2 / source.StrideY);
        int[] blocks = [.. Enumerable.Range(0, ((width - 1) / variant.Block) + 1).Select(i => i * variant.Block)];
        var sums = new int[(width + ConvolutionKernel.MaxBlock) * source.Outputs];
        fixed (int* firsts = blocks, to = sums)
        {
            row.Blocks = firsts;
            row.BlockCount = blocks.Length;
            for (var channel = 0; channel < source.Outputs; channel += FeatureMap.ChannelBlock)
            {
                variant.Run(row, new SumRow(to, source.Outputs), channel);
            }
        }

        GC.KeepAlive(weights);
        GC.KeepAlive(input);
        return sums;
    }

    private readonly struct SumRow(int* sums, int channels) : IRowStore
    {
        public void Store(int pixel, int channel, Vector256<int> low, Vector256<int> high)
        {
            low.Store(sums + (pixel * channels) + channel);
            high.Store(sums + (pixel * channels) + channel + 8);
        }
    }
}
