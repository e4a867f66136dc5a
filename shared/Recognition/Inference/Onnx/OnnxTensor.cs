using System.Runtime.InteropServices;

namespace Ocr.Recognition.Inference.Onnx;

/// <summary>A constant of an ONNX graph (<c>TensorProto</c> of onnx.proto).</summary>
/// <param name="Name">Its name; empty for the value of an attribute.</param>
/// <param name="Type">Element type (<c>TensorProto.DataType</c>).</param>
/// <param name="Dimensions">Its shape; empty for a scalar.</param>
/// <param name="Raw">The elements, little endian; empty when the file stores them in another form.</param>
internal sealed record OnnxTensor(string Name, int Type, long[] Dimensions, byte[] Raw)
{
    public const int Float = 1;
    public const int UInt8 = 2;
    public const int Int8 = 3;
    public const int Int32 = 6;
    public const int Int64 = 7;

    /// <summary>The elements as <typeparamref name="T"/>.</summary>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Raw);

    /// <exception cref="InvalidDataException">The message is not valid.</exception>
    public static OnnxTensor Read(ReadOnlySpan<byte> message)
    {
        var (name, type, dimensions, raw) = ("", 0, new List<long>(), Array.Empty<byte>());
        var reader = new WireReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: reader.Numbers(dimensions); break;
                case 2: type = (int)reader.Number(); break;
                case 8: name = reader.Text(); break;
                case 9: raw = reader.Block().ToArray(); break;
                default: reader.Skip(); break;
            }
        }

        return new OnnxTensor(name, type, [.. dimensions], raw);
    }
}
