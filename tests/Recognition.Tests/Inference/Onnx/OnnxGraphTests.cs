using CsCheck;
using Ocr.Recognition.Inference.Onnx;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Tests.Inference.Onnx;

public sealed class OnnxGraphTests
{
    private static readonly byte[] File = ModelPack.Load(Repository.Pack).FastRecognizerModel;

    [Fact]
    public void Reads_operations_and_constants()
    {
        var graph = OnnxGraph.Read(File);
        Assert.Equal(("input", "logits"), (graph.Input, graph.Output));
        var first = graph.Nodes.First(node => node.Operation == "Conv");
        Assert.Equal([2L, 2L], first.Integers("strides"));
        Assert.Equal(1, first.Integer("group", absent: 0));
        var weights = graph.Constants[first.Inputs[1]];
        Assert.Equal([16L, 1, 3, 3], weights.Dimensions);
        Assert.Equal(16 * 9, weights.Values<float>().Length);
    }

    [Fact]
    public void A_truncated_file_is_refused() =>
        Gen.Int[0, File.Length - 1].Sample(length => Assert.Throws<InvalidDataException>(() => OnnxGraph.Read(File.AsSpan(0, length))));

    [Fact]
    public void Random_bytes_give_a_graph_or_an_error() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        try
        {
            _ = OnnxGraph.Read(bytes);
        }
        catch (InvalidDataException)
        {
            // The documented error.
        }
    });
}
