using Ocr.Recognition.Inference.Onnx;

using static Ocr.Recognition.Inference.Quantized.UnsupportedNetworkException;

namespace Ocr.Recognition.Inference.Quantized;

/// <summary>
/// Makes the plan of an ONNX graph in QDQ form (QuantizeLinear and DequantizeLinear around each operation) from the operations that this project's networks
/// use. A graph with anything else has no plan.
/// </summary>
internal sealed class NetworkPlanner
{
    private readonly OnnxGraph _graph;
    private readonly Dictionary<string, OnnxTensor> _constants;
    private readonly Dictionary<string, PlannedValue> _values = new(StringComparer.Ordinal);
    private readonly List<MapFormat> _maps = [];
    private readonly List<Layer> _layers = [];
    private InputConvolution? _first;

    private NetworkPlanner(OnnxGraph graph) =>
        (_graph, _constants) = (graph, new Dictionary<string, OnnxTensor>(graph.Constants, StringComparer.Ordinal));

    /// <summary>Makes the plan.</summary>
    /// <exception cref="UnsupportedNetworkException">The graph contains an operation, or a form of one, that has no layer.</exception>
    public static NetworkPlan Plan(OnnxGraph graph) => new NetworkPlanner(graph).Plan();

    private NetworkPlan Plan()
    {
        foreach (var node in _graph.Nodes)
        {
            Add(node, node.Outputs[0]);
        }

        var last = Find<PlannedConvolution>(_graph.Output);
        ThrowUnless(_first is not null && !last.Positive && (last.Cells || last.Source.Outputs % FeatureMap.ChannelBlock == 0), _graph.Output);
        return new NetworkPlan(_first, _layers, new OutputConvolution(last.Source, last.Input, _maps[last.Input].Quantization, last.Cells), _maps);
    }

    private void Add(OnnxNode node, string output)
    {
        switch (node.Operation)
        {
            case "Conv": _values[output] = Convolution(node); break;
            case "Relu": _values[output] = Relu(node); break;
            case "QuantizeLinear": _values[output] = Quantize(node); break;
            case "DequantizeLinear": _values[output] = Dequantize(node); break;
            case "Resize": _values[output] = Upsample(node); break;
            case "Add": _values[output] = Sum(node); break;
            case "ReduceMean": _values[output] = Mean(node); break;
            case "DepthToSpace": _values[output] = Cells(node); break;

            // The channels of a pixel are adjacent in the output, so both leave the order of its numbers.
            case "Transpose": _values[output] = ChannelsLast(node); break;
            case "Reshape": _values[output] = Find<PlannedConvolution>(node.Input(0)); break;

            // They compute the shape for Reshape.
            case "Shape" or "Gather" or "Unsqueeze" or "Concat": break;
            case "Constant" when node.Tensor("value") is { } tensor: _constants[output] = tensor; break;
            default: throw new UnsupportedNetworkException(node.Operation);
        }
    }

    private PlannedValue Convolution(OnnxNode node)
    {
        var (input, weights, bias) = (node.Input(0), node.Input(1), node.Input(2));
        return input == _graph.Input
            ? new PlannedInput(ConvolutionReader.ReadReal(node, Constant(weights), Constant(bias)), Positive: false)
            : new PlannedConvolution(
                ConvolutionReader.Read(node, _maps[Map(input)], Find<PlannedConstant>(weights), Find<PlannedConstant>(bias)), Map(input), Positive: false, Cells: false);
    }

    private PlannedValue Relu(OnnxNode node) => Find<PlannedValue>(node.Input(0)) switch
    {
        PlannedInput input => input with { Positive = true },
        PlannedConvolution convolution => convolution with { Positive = true },
        _ => throw new UnsupportedNetworkException(node.Operation),
    };

    private PlannedValue Quantize(OnnxNode node)
    {
        ThrowUnless(Constant(node.Input(2)).Type == OnnxTensor.UInt8, node.Operation);
        var to = new Quantization(Constant(node.Input(1)).Values<float>()[0], Constant(node.Input(2)).Raw[0]);
        switch (Find<PlannedValue>(node.Input(0)))
        {
            case PlannedUpsampling upsampling:
                return new PlannedUpsampling(upsampling.Map, to);
            case PlannedInput input when _first is null:
                _first = new InputConvolution(input.Source, to, input.Positive);
                _maps.Add(new MapFormat(input.Source.Outputs, to));
                break;
            case PlannedOperation operation when operation.Channels(_maps) % FeatureMap.ChannelBlock == 0 && _first is not null:
                _layers.Add(operation.ToLayer(_maps, _maps.Count, to));
                _maps.Add(new MapFormat(operation.Channels(_maps), to));
                break;
            default:
                throw new UnsupportedNetworkException(node.Operation);
        }

        return new PlannedMap(_maps.Count - 1);
    }

    private PlannedValue Dequantize(OnnxNode node)
    {
        if (_values.TryGetValue(node.Input(0), out var map))
        {
            return map;
        }

        ThrowUnless(!Constant(node.Input(2)).Raw.AsSpan().ContainsAnyExcept((byte)0), node.Operation);
        return new PlannedConstant(Constant(node.Input(0)), Constant(node.Input(1)).Values<float>().ToArray());
    }

    private PlannedUpsampling Upsample(OnnxNode node)
    {
        ThrowUnless(node.Text("mode", "nearest") == "nearest" && node.Text("nearest_mode", "") == "floor", node.Operation);
        ThrowUnless(node.Text("coordinate_transformation_mode", "") == "asymmetric" && node.Inputs.Count == 3, node.Operation);
        ThrowUnless(Constant(node.Input(2)).Values<float>().SequenceEqual([1, 1, 2, 2]), node.Operation);
        return new PlannedUpsampling(Map(node.Input(0)), Quantization: null);
    }

    private PlannedSum Sum(OnnxNode node)
    {
        var (large, small) = (Map(node.Input(0)), Find<PlannedUpsampling>(node.Input(1)));
        ThrowUnless(small.Quantization is not null && _maps[large].Channels == _maps[small.Map].Channels, node.Operation);
        return new PlannedSum(large, small.Map, small.Quantization.Value);
    }

    private PlannedMean Mean(OnnxNode node)
    {
        ThrowUnless(node.Integers("axes").SequenceEqual([2L]), node.Operation);
        return new PlannedMean(Map(node.Input(0)));
    }

    private PlannedConvolution ChannelsLast(OnnxNode node)
    {
        ThrowUnless(node.Integers("perm").SequenceEqual([0L, 2, 1]), node.Operation);
        return Find<PlannedConvolution>(node.Input(0));
    }

    private PlannedConvolution Cells(OnnxNode node)
    {
        var convolution = Find<PlannedConvolution>(node.Input(0));
        ThrowUnless(node.Integer("blocksize", 0) == 2 && node.Text("mode", "DCR") == "CRD" && convolution.Source is { Outputs: 4, StrideX: 1 }, node.Operation);
        return convolution with { Cells = true };
    }

    private int Map(string name) => Find<PlannedMap>(name).Map;

    private T Find<T>(string name)
        where T : PlannedValue => _values.TryGetValue(name, out var found) && found is T value ? value : throw new UnsupportedNetworkException(name);

    // A constant whose elements are stored in another form than Raw has none here.
    private OnnxTensor Constant(string name) =>
        _constants.TryGetValue(name, out var found) && found.Raw.Length > 0 ? found : throw new UnsupportedNetworkException(name);
}
