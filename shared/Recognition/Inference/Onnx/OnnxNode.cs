namespace Ocr.Recognition.Inference.Onnx;

/// <summary>An operation of an ONNX graph (<c>NodeProto</c> of onnx.proto).</summary>
/// <param name="Operation">Its type, such as <c>Conv</c>.</param>
/// <param name="Inputs">Names of its inputs; an optional one that is absent is empty.</param>
/// <param name="Outputs">Names of its outputs.</param>
/// <param name="Attributes">Its attributes by name.</param>
internal sealed record OnnxNode(string Operation, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyDictionary<string, OnnxAttribute> Attributes)
{
    /// <summary>Name of an input; empty when the node does not have it.</summary>
    public string Input(int index) => index < Inputs.Count ? Inputs[index] : "";

    /// <summary>A tensor attribute.</summary>
    public OnnxTensor? Tensor(string name) => Attributes.TryGetValue(name, out var found) ? found.Tensor : null;

    /// <summary>An integer attribute.</summary>
    public long Integer(string name, long absent) => Attributes.TryGetValue(name, out var found) ? found.Integer : absent;

    /// <summary>A text attribute.</summary>
    public string Text(string name, string absent) => Attributes.TryGetValue(name, out var found) ? found.Text : absent;

    /// <summary>An attribute with several integers; empty when absent.</summary>
    public IReadOnlyList<long> Integers(string name) => Attributes.TryGetValue(name, out var found) ? found.Integers : [];

    /// <exception cref="InvalidDataException">The message is not valid.</exception>
    public static OnnxNode Read(ReadOnlySpan<byte> message)
    {
        var (operation, inputs, outputs) = ("", new List<string>(), new List<string>());
        var attributes = new Dictionary<string, OnnxAttribute>(StringComparer.Ordinal);
        var reader = new WireReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: inputs.Add(reader.Text()); break;
                case 2: outputs.Add(reader.Text()); break;
                case 4: operation = reader.Text(); break;
                case 5:
                    var attribute = OnnxAttribute.Read(reader.Block());
                    attributes[attribute.Name] = attribute;
                    break;
                default: reader.Skip(); break;
            }
        }

        return new OnnxNode(operation, inputs, outputs, attributes);
    }
}
