using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Ocr.Contracts;

namespace Ocr.Extractor.Live;

/// <summary>SHA-256 of everything that the fields of a page depend on, apart from rules and model.</summary>
internal readonly record struct PageKey
{
    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private PageKey(ReadOnlySpan<byte> hash) =>
        (_high, _low) = (BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));

    /// <summary>The key of a page.</summary>
    public static PageKey Of(IReadOnlyList<WordBox> words, int imageWidth, int imageHeight, DateOnly arrived)
    {
        var text = new ArrayBufferWriter<byte>(64 * (words.Count + 1));
        Write(text, [imageWidth, imageHeight, arrived.DayNumber]);
        foreach (var word in words)
        {
            // with the lengths of the texts, so that no two pages have the same bytes
            Write(text, [BitConverter.SingleToInt32Bits(word.Confidence), word.X0, word.Y0, word.X1, word.Y1, word.Text.Length, word.Digits?.Length ?? -1]);
            text.Write(MemoryMarshal.AsBytes(word.Text.AsSpan()));
            text.Write(MemoryMarshal.AsBytes(word.Digits.AsSpan()));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text.WrittenSpan, hash);
        return new PageKey(hash);
    }

    private static void Write(ArrayBufferWriter<byte> text, ReadOnlySpan<int> numbers) => text.Write(MemoryMarshal.AsBytes(numbers));
}
