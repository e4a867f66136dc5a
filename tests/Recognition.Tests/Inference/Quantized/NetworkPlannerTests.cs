using Ocr.Recognition.Inference.Onnx;
using Ocr.Recognition.Inference.Quantized;
using Ocr.Recognition.Packs;

namespace Ocr.Recognition.Tests.Inference.Quantized;

/// <summary>What has no layer is refused, and then runs in ONNX Runtime.</summary>
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

    private static OnnxNode With(OnnxNode node, string attribute, long value) => node with
    {
        Attributes = node.Attributes.Where(pair => pair.Key != attribute).Append(new(attribute, new OnnxAttribute(attribute, value, "", [], null))).ToDictionary(),
    };
}
