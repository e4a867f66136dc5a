using Ocr.Recognition.Inference.Quantized;

namespace Ocr.Recognition.Tests.Inference.Quantized;

/// <summary>Random convolutions and what they compute, from the definition.</summary>
internal static class TestConvolution
{
    /// <summary>Weights whose adjacent pairs are bounded.</summary>
    public static ConvolutionSource Random(Random random, int outputs, int inputs, int kernelHeight, int kernelWidth, int strideY, int strideX) => new(
        outputs,
        inputs,
        kernelHeight,
        kernelWidth,
        strideY,
        strideX,
        [.. Enumerable.Range(0, outputs * inputs * kernelHeight * kernelWidth).Select(_ => (sbyte)random.Next(-64, 65))],
        [.. Enumerable.Range(0, outputs).Select(_ => random.Next(-20_000, 20_000))],
        [.. Enumerable.Range(0, outputs).Select(_ => 0.001f + (0.01f * random.NextSingle()))]);

    /// <summary>The real number of an output.</summary>
    public static double Of(ConvolutionSource source, TestMap input, int y, int x, int output)
    {
        var sum = source.Bias[output] * (double)input.Quantization.Scale * source.Scales[output];
        for (var row = 0; row < source.KernelHeight; row++)
        {
            for (var column = 0; column < source.KernelWidth; column++)
            {
                for (var channel = 0; channel < source.Inputs; channel++)
                {
                    var (fromY, fromX) = ((y * source.StrideY) + row - (source.KernelHeight / 2), (x * source.StrideX) + column - (source.KernelWidth / 2));
                    sum += input.Real(fromY, fromX, channel) * source.At(output, channel, (row * source.KernelWidth) + column) * source.Scales[output];
                }
            }
        }

        return sum;
    }
}
