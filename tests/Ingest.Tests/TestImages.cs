using System.Buffers.Binary;
using System.IO.Hashing;

namespace Ocr.Ingest.Tests;

/// <summary>Images with valid headers and no pixels: Ingest does not decode images.</summary>
internal static class TestImages
{
    private static int _seed;

    /// <summary>A PNG of any claimed size.</summary>
    public static byte[] Png(int width, int height, byte[]? text = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "tEXt"u8, text ?? []);
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>A unique PNG that takes long to decode: 40 megapixels of 16 bits, interlaced.</summary>
    public static byte[] Costly()
    {
        var file = Png(5000, 8000, BitConverter.GetBytes(Interlocked.Increment(ref _seed)));
        (file[24], file[28]) = (16, 1);
        return file;
    }

    /// <summary>A unique PNG.</summary>
    public static byte[] Unique() => Png(100, 200, BitConverter.GetBytes(Interlocked.Increment(ref _seed)));

    private static void Chunk(Stream file, ReadOnlySpan<byte> type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        byte[] body = [.. type, .. data];
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.HashToUInt32(body));
        file.Write([.. length, .. body, .. checksum]);
    }
}
