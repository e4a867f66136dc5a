using System.Buffers.Binary;

namespace Ocr.Recognition.Imaging;

/// <summary>Walks the chunks of a PNG.</summary>
internal static class PngChunks
{
    /// <summary>Chunk names as numbers.</summary>
    public const uint Data = 0x49444154, Palette = 0x504C5445, Transparency = 0x74524E53, End = 0x49454E44;

    private const int HeadBytes = 8;
    private const int CheckBytes = 4;

    /// <summary>Returns the chunks from a position on, up to IEND or the last byte; the last one may be truncated.</summary>
    /// <param name="image">The file.</param>
    /// <param name="start">Position of a chunk's first byte.</param>
    public static IEnumerable<(uint Name, ReadOnlyMemory<byte> Content, int End)> From(ReadOnlyMemory<byte> image, int start)
    {
        for (long at = start; at + HeadBytes <= image.Length;)
        {
            var (length, name) = Head(image.Span[(int)at..]);
            if (name == End)
            {
                yield break;
            }

            var content = (int)Math.Min(length, image.Length - at - HeadBytes);
            var end = at + HeadBytes + length + CheckBytes;
            yield return (name, image.Slice((int)at + HeadBytes, content), (int)Math.Min(end, image.Length));
            at = end;
        }
    }

    private static (long Length, uint Name) Head(ReadOnlySpan<byte> chunk) =>
        (BinaryPrimitives.ReadUInt32BigEndian(chunk), BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]));
}
