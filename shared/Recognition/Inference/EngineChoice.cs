using System.Diagnostics;
using System.Numerics.Tensors;
using Ocr.Recognition.Inference.Onnx;
using Ocr.Recognition.Inference.Quantized;

namespace Ocr.Recognition.Inference;

/// <summary>
/// Chooses what runs a network on this processor. Both give the same outputs but for the last bits of a sum (ADR 60), so the choice by a trial changes the
/// time only.
/// </summary>
/// <param name="engine">The engine that was asked for.</param>
/// <param name="threads">Threads inside one run; the own kernels use one.</param>
internal sealed class EngineChoice(InferenceEngine engine, int threads)
{
    private const int Rounds = 4;

    // Another process can disturb a trial. ONNX Runtime is chosen only when it wins clearly, so that a close race ends the same way at every start.
    private const double ClearlyFaster = 0.85;

    /// <summary>Returns <paramref name="model"/> or a faster network, in which case the model is disposed of.</summary>
    /// <param name="model">The network in ONNX Runtime.</param>
    /// <param name="file">Its ONNX file.</param>
    /// <param name="inputShape">Shape of the input of the trial.</param>
    public INetwork Of(OnnxModel model, byte[] file, long[] inputShape)
    {
        if (engine == InferenceEngine.OnnxRuntime || threads > 1 || Quantize(model, file) is not { } quantized)
        {
            return model;
        }

        if (engine == InferenceEngine.Fastest && IsClearlyFaster(model, quantized, inputShape))
        {
            quantized.Dispose();
            return model;
        }

        model.Dispose();
        return quantized;
    }

    private static QuantizedModel? Quantize(OnnxModel model, byte[] file)
    {
        if (!ConvolutionKernel.IsSupported)
        {
            return null;
        }

        try
        {
            var graph = OnnxGraph.Read(file);
            return graph.Input == model.Input && graph.Output == model.Output ? new QuantizedModel(new QuantizedNetwork(NetworkPlanner.Plan(graph))) : null;
        }
        catch (UnsupportedNetworkException)
        {
            return null;
        }
    }

    private static bool IsClearlyFaster(OnnxModel model, QuantizedModel quantized, long[] inputShape)
    {
        // Noise: on a blank page the own kernels would have nothing to do.
        var random = new Random(1);
        float[] input = [.. Enumerable.Range(0, (int)TensorPrimitives.Product<long>(inputShape)).Select(_ => (2 * random.NextSingle()) - 1)];
        var outputShape = model.Probe(inputShape);
        var output = new float[TensorPrimitives.Product<long>(outputShape)];
        var (ofModel, ofQuantized) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            ofModel = Shorter(ofModel, model);
            ofQuantized = Shorter(ofQuantized, quantized);
        }

        return ofModel < ofQuantized * ClearlyFaster;

        TimeSpan Shorter(TimeSpan best, INetwork network)
        {
            var started = Stopwatch.GetTimestamp();
            network.Run(input, inputShape, output, outputShape);
            var time = Stopwatch.GetElapsedTime(started);
            return time < best ? time : best;
        }
    }
}
