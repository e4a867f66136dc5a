namespace Ocr.Recognition.Inference.Onnx;

/// <summary>The graph of an ONNX file (onnx.proto of onnx 1.x): constants and operations. The file orders the operations by their data.</summary>
/// <param name="Nodes">The operations in the order in which they run.</param>
/// <param name="Constants">The constants by name.</param>
/// <param name="Input">Name of the first input.</param>
/// <param name="Output">Name of the first output.</param>
internal sealed record OnnxGraph(IReadOnlyList<OnnxNode> Nodes, IReadOnlyDictionary<string, OnnxTensor> Constants, string Input, string Output)
{
    private const int GraphOfModel = 7;

    /// <exception cref="InvalidDataException">The file is not valid.</exception>
    public static OnnxGraph Read(ReadOnlySpan<byte> file)
    {
        var reader = new WireReader(file);
        while (reader.Next())
        {
            if (reader.Field == GraphOfModel)
            {
                return ReadGraph(reader.Block());
            }

            reader.Skip();
        }

        throw new InvalidDataException("The model is not a valid ONNX file: it has no graph.");
    }

    private static OnnxGraph ReadGraph(ReadOnlySpan<byte> message)
    {
        var (nodes, constants) = (new List<OnnxNode>(), new Dictionary<string, OnnxTensor>(StringComparer.Ordinal));
        var (inputs, outputs) = (new List<string>(), new List<string>());
        var reader = new WireReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: nodes.Add(OnnxNode.Read(reader.Block())); break;
                case 5:
                    var constant = OnnxTensor.Read(reader.Block());
                    constants[constant.Name] = constant;
                    break;
                case 11: inputs.Add(NameOf(reader.Block())); break;
                case 12: outputs.Add(NameOf(reader.Block())); break;
                default: reader.Skip(); break;
            }
        }

        // Old files repeat the constants as inputs.
        var input = inputs.Find(name => !constants.ContainsKey(name));
        return input is null || outputs.Count == 0
            ? throw new InvalidDataException("The model is not a valid ONNX file: it has no input or no output.")
            : new OnnxGraph(nodes, constants, input, outputs[0]);
    }

    private static string NameOf(ReadOnlySpan<byte> value)
    {
        var reader = new WireReader(value);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                return reader.Text();
            }

            reader.Skip();
        }

        return "";
    }
}
