using Ocr.Recognition.Inference.Onnx;
using Ocr.Recognition.Inference.Quantized;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Tests.Inference.Quantized;

/// <summary>A network with an operator that has no layer is refused and runs in ONNX Runtime.</summary>
public sealed class NetworkPlannerTests
{
    private static readonly OnnxGraph Detector = OnnxGraph.Read(ModelPack.Load(Repository.Pack).DetectorModel);

    [Fact]
    public void A_network_of_known_operations_has_a_plan()
    {
        var plan = NetworkPlanner.Plan(Detector);
        Assert.Equal(17, plan.Maps.Count);
        Assert.Equal(plan.Maps.Count - 1, plan.Layers.Count);
    }

    [Theory]
    [InlineData("Relu", "Sigmoid")]
    [InlineData("Add", "Mul")]
    [InlineData("DepthToSpace", "SpaceToDepth")]
    public void An_unknown_operation_is_refused(string known, string unknown) =>
        Refused(Detector with { Nodes = [.. Detector.Nodes.Select(node => node.Operation == known ? node with { Operation = unknown } : node)] });

    [Theory]
    [InlineData("Conv", "group", 2)]
    [InlineData("DepthToSpace", "blocksize", 4)]
    public void Another_form_of_an_operation_is_refused(string operation, string attribute, int value) =>
        Refused(Detector with { Nodes = [.. Detector.Nodes.Select(node => node.Operation == operation ? With(node, attribute, value) : node)] });

    [Theory]
    [InlineData("strides")]
    [InlineData("pads")]
    public void A_convolution_without_an_attribute_is_refused(string attribute) => Refused(Detector with
    {
        Nodes = [.. Detector.Nodes.Select(node => node with { Attributes = node.Attributes.Where(pair => pair.Key != attribute).ToDictionary() })],
    });

    // A feature map has no room for wider steps, and there is no other check of its memory.
    [Fact]
    public void Wide_strides_are_refused() => Refused(Detector with
    {
        Nodes = [.. Detector.Nodes.Select(node => node.Integers("strides") is [2, 2] ? With(node, "strides", 0, 3, 3) : node)],
    });

    [Fact]
    public void A_convolution_without_a_bias_is_refused() => Refused(Detector with
    {
        Nodes = [.. Detector.Nodes.Select(node => node.Operation == "Conv" ? node with { Inputs = [.. node.Inputs.Take(2)] } : node)],
    });

    [Fact]
    public void Weights_whose_pairs_can_overflow_are_refused()
    {
        var weights = Detector.Constants.Values.First(constant => constant.Type == OnnxTensor.Int8 && constant.Dimensions.Length == 4);
        var full = weights with { Raw = [.. weights.Raw.Select(_ => (byte)127)] };
        Refused(Detector with { Constants = Detector.Constants.ToDictionary(pair => pair.Key, pair => pair.Key == weights.Name ? full : pair.Value) });
    }

    [Fact]
    public void A_missing_constant_is_refused() =>
        Refused(Detector with { Constants = Detector.Constants.Where(pair => pair.Value.Type != OnnxTensor.Int32).ToDictionary() });

    private static void Refused(OnnxGraph graph) => Assert.Throws<UnsupportedNetworkException>(() => NetworkPlanner.Plan(graph));

    private static OnnxNode With(OnnxNode node, string attribute, long value, params long[] values) => node with
    {
        Attributes = node.Attributes.Where(pair => pair.Key != attribute).Append(new(attribute, new OnnxAttribute(attribute, value, "", values, null))).ToDictionary(),
    };
}
