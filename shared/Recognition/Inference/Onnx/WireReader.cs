using System.Buffers.Binary;
using System.Text;

namespace Ocr.Recognition.Inference.Onnx;

/// <summary>
/// Reads the fields of one message in the wire format of Protocol Buffers (protobuf.dev, "Encoding"). Groups, which ONNX does not use, are refused.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;
    private const int Fixed32 = 5;

    private ReadOnlySpan<byte> _rest = message;
    private int _wire;

    /// <summary>Number of the current field.</summary>
    public int Field { get; private set; }

    /// <summary>Whether the current field is a list of scalars in one block.</summary>
    public readonly bool IsPacked => _wire == Delimited;

    /// <summary>Moves to the next field. The value of the current one must have been read or skipped.</summary>
    /// <returns><see langword="false"/> at the end of the message.</returns>
    /// <exception cref="InvalidDataException">The tag is not valid.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = Number();
        (Field, _wire) = ((int)(tag >> 3), (int)(tag & 7));
        return true;
    }

    /// <summary>Reads an integer.</summary>
    /// <exception cref="InvalidDataException">The number is longer than 64 bits or not complete.</exception>
    public long Number()
    {
        long value = 0;
        for (var shift = 0; shift < 64 && !_rest.IsEmpty; shift += 7)
        {
            var next = _rest[0];
            _rest = _rest[1..];
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("The model is not a valid ONNX file: a number is not complete.");
    }

    /// <summary>Reads bytes, a text or a message.</summary>
    /// <exception cref="InvalidDataException">The block is longer than the message.</exception>
    public ReadOnlySpan<byte> Block() => Take(Number());

    /// <summary>Reads a text.</summary>
    /// <exception cref="InvalidDataException">The text is longer than the message.</exception>
    public string Text() => Encoding.UTF8.GetString(Block());

    /// <summary>Reads the integers of the current field, packed or single, into <paramref name="values"/>.</summary>
    /// <exception cref="InvalidDataException">A number is not complete.</exception>
    public void Numbers(List<long> values)
    {
        if (!IsPacked)
        {
            values.Add(Number());
            return;
        }

        var packed = new WireReader(Block());
        while (!packed._rest.IsEmpty)
        {
            values.Add(packed.Number());
        }
    }

    /// <summary>Skips the value of the current field.</summary>
    /// <exception cref="InvalidDataException">The value is not complete or a group.</exception>
    public void Skip() => _ = _wire switch
    {
        Varint => Number(),
        Fixed64 => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long))),
        Delimited => Block().Length,
        Fixed32 => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int))),
        _ => throw new InvalidDataException($"The model is not a valid ONNX file: wire type {_wire}."),
    };

    private ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > _rest.Length)
        {
            throw new InvalidDataException("The model is not a valid ONNX file: a block is longer than its message.");
        }

        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }
}
