using System.Buffers.Binary;

namespace Ocr.Images;

/// <summary>
/// HEIC: boxes of ISO base media. Only still images of HEVC and grids of them are accepted, as phones write them: other codecs that the container
/// permits are not decoded (docs/adr/0052).
/// </summary>
internal static class HeicHeader
{
    // Decoding a pixel of HEVC takes several times as long as one of JPEG.
    private const double DecodingEffort = 4;
    private const int BoxHeader = 8, LongBoxHeader = 16, FullBox = 4;

    /// <summary>Whether the first box names a still image of HEIC.</summary>
    /// <param name="file">The file, or its first 12 bytes.</param>
    public static bool IsHeic(ReadOnlySpan<byte> file) =>
        file.Length >= 12 && file[4..].StartsWith("ftyp"u8) && (file[8..].StartsWith("heic"u8) || file[8..].StartsWith("heix"u8) || file[8..].StartsWith("mif1"u8));

    public static HeaderError Read(ReadOnlySpan<byte> file, out ImageHeader? header)
    {
        var rest = file;
        var complete = true;
        var hasData = false;
        HeicItems? items = null;
        while (complete && rest.Length > 0)
        {
            // Data after the last box is ignored, as in the other formats.
            if (!TryNext(ref rest, out var type, out var content, out complete))
            {
                break;
            }

            hasData |= type == Data;
            if (type == Meta && content.Length > FullBox)
            {
                items ??= HeicItems.Read(content[FullBox..]);
            }
        }

        header = items?.Main is { } main
            ? new ImageHeader(ImageFormat.Heic, main.Width, main.Height, Animated: false, complete && hasData) { Effort = DecodingEffort }
            : null;
        return header is null ? HeaderError.Malformed : HeaderError.None;
    }

    private static uint Meta { get; } = Code("meta"u8);

    private static uint Data { get; } = Code("mdat"u8);

    /// <summary>A type of box as a number.</summary>
    public static uint Code(ReadOnlySpan<byte> type) => BinaryPrimitives.ReadUInt32BigEndian(type);

    /// <summary>Reads the next box.</summary>
    /// <param name="rest">The boxes; afterwards the boxes that follow the read one.</param>
    /// <param name="type">Its type.</param>
    /// <param name="content">Its content, up to the end of the file.</param>
    /// <param name="complete">Whether the file contains the complete box.</param>
    /// <returns>Whether a box was read.</returns>
    public static bool TryNext(scoped ref ReadOnlySpan<byte> rest, out uint type, out ReadOnlySpan<byte> content, out bool complete)
    {
        type = 0;
        content = default;
        complete = true;
        if (rest.Length < BoxHeader || !IsType(rest[4..8]))
        {
            return false;
        }

        type = Code(rest[4..]);
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(rest);
        var header = BoxHeader;
        if (size == 1 && rest.Length >= LongBoxHeader)
        {
            (size, header) = (BinaryPrimitives.ReadUInt64BigEndian(rest[BoxHeader..]), LongBoxHeader);
        }

        // Size 0: the box extends to the end of the file.
        size = size == 0 ? (ulong)rest.Length : size;
        if (size < (ulong)header)
        {
            return false;
        }

        complete = size <= (ulong)rest.Length;
        var end = complete ? (int)size : rest.Length;
        content = rest[header..end];
        rest = rest[end..];
        return true;
    }

    private static bool IsType(ReadOnlySpan<byte> type)
    {
        foreach (var letter in type)
        {
            if (letter is < 0x20 or > 0x7E)
            {
                return false;
            }
        }

        return true;
    }
}
