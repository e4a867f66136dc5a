using Ocr.Recognition.Inference.Onnx;

using static Ocr.Recognition.Inference.Quantized.UnsupportedNetworkException;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>Reads the weights of an ONNX convolution and checks that it has a form for which there is a layer.</summary>
internal static class ConvolutionReader
{
    // FeatureMap has room for the windows of these.
    private const int MaxStride = 2;

    /// <exception cref="UnsupportedNetworkException">The convolution has another form.</exception>
    public static ConvolutionSource Read(OnnxNode node, MapFormat input, PlannedConstant weights, PlannedConstant bias)
    {
        var shape = weights.Values.Dimensions;
        ThrowUnless(weights.Values.Type == OnnxTensor.Int8 && bias.Values.Type == OnnxTensor.Int32 && shape.Length is 3 or 4 && shape[1] == input.Channels, node.Operation);
        var (outputs, strides) = ((int)shape[0], node.Integers("strides"));
        var (height, width) = shape.Length == 3 ? (1, (int)shape[2]) : ((int)shape[2], (int)shape[3]);
        long[] centered = shape.Length == 3 ? [width / 2, width / 2] : [height / 2, width / 2, height / 2, width / 2];
        ThrowUnless(height is 1 or 3 && width is 1 or 3 && node.Integers("pads").SequenceEqual(centered) && IsDense(node), node.Operation);
        ThrowUnless(strides.Count == shape.Length - 2 && strides.All(stride => stride is >= 1 and <= MaxStride), node.Operation);
        var unit = (double)input.Quantization.Scale;
        int Bias(int value, int output) => (int)Math.Round(value * bias.Scale(output) / (unit * weights.Scale(output)));
        var source = new ConvolutionSource(
            outputs,
            input.Channels,
            height,
            width,
            shape.Length == 3 ? 1 : (int)strides[0],
            (int)strides[^1],
            weights.Values.Values<sbyte>().ToArray(),
            [.. bias.Values.Values<int>().ToArray().Select(Bias)],
            [.. Enumerable.Range(0, outputs).Select(weights.Scale)]);
        ThrowUnless(ConvolutionWeights.HasBoundedPairs(source), node.Operation);
        return source;
    }

    /// <exception cref="UnsupportedNetworkException">The convolution has another form.</exception>
    public static RealConvolutionSource ReadReal(OnnxNode node, OnnxTensor weights, OnnxTensor bias)
    {
        var (shape, strides) = (weights.Dimensions, node.Integers("strides"));
        ThrowUnless(weights.Type == OnnxTensor.Float && shape.Length == 4 && shape[0] % FeatureMap.ChannelBlock == 0 && shape[1] == 1, node.Operation);
        ThrowUnless(shape[2] is 3 or 5 && shape[2] == shape[3] && IsDense(node), node.Operation);
        ThrowUnless(strides.Count == 2 && strides[0] == strides[1] && strides[0] is >= 1 and <= MaxStride, node.Operation);
        ThrowUnless(node.Integers("pads").SequenceEqual(Enumerable.Repeat(shape[2] / 2, 4)), node.Operation);
        return new RealConvolutionSource((int)shape[0], (int)shape[2], (int)strides[0], weights.Values<float>().ToArray(), bias.Values<float>().ToArray());
    }

    private static bool IsDense(OnnxNode node) => node.Integers("dilations").All(dilation => dilation == 1) && node.Integer("group", absent: 1) == 1;
}
