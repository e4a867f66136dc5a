using System.Buffers.Binary;

namespace Ocr.Recognition.Tests.Fuzz;

/// <summary>A valid file whose header states another size than that of its pixels.</summary>
internal static class LyingHeader
{
    public static byte[] Resized(byte[] image, int width, int height)
    {
        var copy = image.ToArray();
        switch (copy)
        {
            case [0x89, ..]:
                BinaryPrimitives.WriteUInt32BigEndian(copy.AsSpan(16), (uint)width);
                BinaryPrimitives.WriteUInt32BigEndian(copy.AsSpan(20), (uint)height);
                return Damage.Mended(copy);
            case [0xFF, ..]:
                var frame = Frame(copy);
                BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(frame + 5), (ushort)height);
                BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(frame + 7), (ushort)width);
                return copy;
            default:
                return WebP(copy, width, height);
        }
    }

    /// <summary>Returns the position of the frame header's marker.</summary>
    private static int Frame(ReadOnlySpan<byte> jpeg)
    {
        var at = 2;
        while (jpeg[at + 1] is not (0xC0 or 0xC2))
        {
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }

        return at;
    }

    private static byte[] WebP(byte[] image, int width, int height)
    {
        var data = image.AsSpan(20);
        switch (image[15])
        {
            case (byte)'X':
                BinaryPrimitives.WriteUInt32LittleEndian(data[4..], (uint)Math.Max(0, width - 1) & 0xFFFFFF);
                BinaryPrimitives.WriteUInt16LittleEndian(data[7..], (ushort)Math.Max(0, height - 1));
                break;
            case (byte)'L':
                BinaryPrimitives.WriteUInt32LittleEndian(data[1..], ((uint)width & 0x3FFF) | (((uint)height & 0x3FFF) << 14));
                break;
            default:
                BinaryPrimitives.WriteUInt16LittleEndian(data[6..], (ushort)(width & 0x3FFF));
                BinaryPrimitives.WriteUInt16LittleEndian(data[8..], (ushort)(height & 0x3FFF));
                break;
        }

        return image;
    }
}
