namespace Ocr.Recognition.Inference.Onnx;

/// <summary>An attribute of an operation (<c>AttributeProto</c> of onnx.proto): the forms of a value that are used here.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Integer">The value of an integer.</param>
/// <param name="Text">The value of a text.</param>
/// <param name="Integers">The value of a list of integers.</param>
/// <param name="Tensor">The value of a tensor.</param>
internal sealed record OnnxAttribute(string Name, long Integer, string Text, IReadOnlyList<long> Integers, OnnxTensor? Tensor)
{
    /// <exception cref="InvalidDataException">The message is not valid.</exception>
    public static OnnxAttribute Read(ReadOnlySpan<byte> message)
    {
        var (name, integer, text, integers, tensor) = ("", 0L, "", new List<long>(), (OnnxTensor?)null);
        var reader = new WireReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: name = reader.Text(); break;
                case 3: integer = reader.Number(); break;
                case 4: text = reader.Text(); break;
                case 5: tensor = OnnxTensor.Read(reader.Block()); break;
                case 8: reader.Numbers(integers); break;
                default: reader.Skip(); break;
            }
        }

        return new OnnxAttribute(name, integer, text, integers, tensor);
    }
}
