using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Ocr.Recognition.Tests.Imaging;

/// <summary>Image files assembled byte by byte, for headers that no encoder writes.</summary>
internal static class Bytes
{
    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] LittleEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    public static byte[] PngChunk(string name, params byte[] data) => Join(
        BigEndian((uint)data.Length), Encoding.ASCII.GetBytes(name), data,
        BigEndian(Crc32.HashToUInt32([.. Encoding.ASCII.GetBytes(name), .. data])));

    public static byte[] Png(uint width, uint height, params byte[][] chunksBeforePixels) => Join(
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        PngChunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 0, 0, 0, 0]),
        Join(chunksBeforePixels),
        PngChunk("IDAT"),
        PngChunk("IEND"));

    public static byte[] WebPChunk(string name, params byte[] data) => Join(
        Encoding.ASCII.GetBytes(name), LittleEndian((uint)data.Length), data, data.Length % 2 == 1 ? [0] : []);

    public static byte[] WebP(params byte[][] chunks)
    {
        var body = Join(chunks);
        return Join("RIFF"u8.ToArray(), LittleEndian((uint)body.Length + 4), "WEBP"u8.ToArray(), body);
    }

    public static byte[] ExtendedWebPHeader(byte flags, int width, int height) => WebPChunk(
        "VP8X", [flags, 0, 0, 0, .. LittleEndian((uint)width - 1)[..3], .. LittleEndian((uint)height - 1)[..3]]);

    /// <summary>An APP1 segment with an orientation only, to insert after a JPEG's first two bytes.</summary>
    public static byte[] ExifOrientation(byte orientation) => Join(
        [0xFF, 0xE1, 0x00, 0x22],
        "Exif\0\0"u8.ToArray(),
        [0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
}
