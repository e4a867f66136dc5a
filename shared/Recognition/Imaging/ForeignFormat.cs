using System.Buffers.Binary;

namespace Ocr.Recognition.Imaging;

/// <summary>Magic bytes of formats that are not decoded here, and that an error names.</summary>
internal static class ForeignFormat
{
    /// <summary>Returns the name of the format; <see langword="null"/> for a decodable or unknown one.</summary>
    public static string? Name(ReadOnlySpan<byte> image) => image switch
    {
        _ when image.StartsWith("GIF8"u8) => "GIF",
        _ when image.StartsWith("BM"u8) && IsBitmap(image) => "BMP",
        _ when image.StartsWith("II*\0"u8) || image.StartsWith("MM\0*"u8) => "TIFF",
        [0, 0, 1, 0, _, 0, ..] => "ICO",
        [0xFF, 0x0A, ..] => "JPEG XL",
        [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20, ..] => "JPEG XL",
        _ when image.Length >= 12 && image[4..].StartsWith("ftyp"u8) => FileTypeBox(image[8..12]),
        _ => null,
    };

    // Text may start with "BM" too: the size of the second header distinguishes them.
    private static bool IsBitmap(ReadOnlySpan<byte> image) =>
        image.Length >= 18 && BinaryPrimitives.ReadUInt32LittleEndian(image[14..]) is 12 or (>= 40 and <= 124);

    private static string? FileTypeBox(ReadOnlySpan<byte> brand) => brand switch
    {
        _ when brand.StartsWith("avi"u8) => "AVIF",
        _ when brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8) => "HEIC",
        _ => null,
    };
}
