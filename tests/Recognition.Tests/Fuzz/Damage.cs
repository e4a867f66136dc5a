using System.Buffers.Binary;
using System.IO.Hashing;
using CsCheck;

namespace Ocr.Recognition.Tests.Fuzz;

/// <summary>A change of a file: its position, as a fraction of the file's length, and its kind.</summary>
internal readonly record struct Edit(EditKind Kind, double At, int Length, uint Value);

internal enum EditKind
{
    Flip,
    Overwrite,
    Insert,
    Delete,
    Repeat,
    Truncate,
}

/// <summary>Damaged files.</summary>
internal static class Damage
{
    // Values at which lengths, sizes and counters overflow.
    private static readonly uint[] Edges = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF4, 0xFFFF_FFF8, 0xFFFF_FFFF];

    // Half of the damage is within the first percents, which contain headers and tables.
    private static readonly Gen<double> Place = Gen.OneOf(Gen.Double.Unit, Gen.Double.Unit.Select(share => share * share * share * 0.3));

    private static readonly Gen<Edit> Edits = Gen.Select(
        Gen.Enum<EditKind>(), Place, Gen.Int[1, 64], Gen.OneOf(Gen.UInt, Gen.OneOfConst(Edges)), (kind, at, length, value) => new Edit(kind, at, length, value));

    /// <summary>One of the seeds after one to six edits. A PNG's checksums are repaired in half of the cases, so that the code after their check is reached.</summary>
    public static Gen<byte[]> Of(IReadOnlyList<byte[]> seeds) => Gen.Select(
        Gen.Int[0, seeds.Count - 1], Edits.List[1, 6], Gen.Bool, (seed, edits, mend) =>
        {
            List<byte> bytes = [.. seeds[seed]];
            foreach (var edit in edits)
            {
                Apply(bytes, edit);
            }

            byte[] image = [.. bytes];
            return mend ? Mended(image) : image;
        });

    private static void Apply(List<byte> bytes, Edit edit)
    {
        var at = (int)(edit.At * bytes.Count);
        var length = Math.Min(edit.Length, bytes.Count - at);
        switch (edit.Kind)
        {
            case EditKind.Flip when length > 0:
                bytes[at] ^= (byte)(1 << (int)(edit.Value % 8));
                break;
            case EditKind.Overwrite:
                for (var i = 0; i < Math.Min(4, length); i++)
                {
                    bytes[at + i] = (byte)(edit.Value >> (24 - (8 * i)));
                }

                break;
            case EditKind.Insert:
                bytes.InsertRange(at, Enumerable.Repeat((byte)edit.Value, edit.Length));
                break;
            case EditKind.Delete:
                bytes.RemoveRange(at, length);
                break;
            case EditKind.Repeat:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case EditKind.Truncate when edit.Value % 4 == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }

    /// <summary>Returns the file with valid checksums of all PNG chunks; unchanged when it is not a PNG.</summary>
    public static byte[] Mended(byte[] image)
    {
        var isPng = image is [0x89, (byte)'P', (byte)'N', (byte)'G', ..];
        for (long at = 8; isPng && at + 12 <= image.Length;)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(image.AsSpan((int)at));
            if (at + 12 + length > image.Length)
            {
                break;
            }

            var crc = Crc32.HashToUInt32(image.AsSpan((int)at + 4, (int)length + 4));
            BinaryPrimitives.WriteUInt32BigEndian(image.AsSpan((int)(at + 8 + length)), crc);
            at += length + 12;
        }

        return image;
    }
}
