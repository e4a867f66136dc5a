using System.Text;
using Ocr.Contracts;

namespace Ocr.OcrWorker.Caching;

/// <summary>Serializes a cache entry to one array: it takes a fifth of the memory of the objects, and contains no references for the garbage collector.</summary>
internal static class PackedWords
{
    /// <summary>Serializes an entry.</summary>
    public static byte[] Pack(WordCacheEntry entry)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(entry.MadeFor.ToByteArray());
            writer.Write(entry.InferenceSeconds);
            writer.Write7BitEncodedInt(entry.ImageWidth);
            writer.Write7BitEncodedInt(entry.ImageHeight);
            Write(writer, entry.PageToImage ?? []);
            writer.Write7BitEncodedInt(entry.Words.Count);
            foreach (var word in entry.Words)
            {
                Write(writer, word);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Deserializes an entry of <see cref="Pack"/>.</summary>
    public static WordCacheEntry Unpack(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed), Encoding.UTF8);
        var (madeFor, seconds) = (new Guid(reader.ReadBytes(16)), reader.ReadDouble());
        var (width, height) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var projection = new double[reader.Read7BitEncodedInt()];
        for (var i = 0; i < projection.Length; i++)
        {
            projection[i] = reader.ReadDouble();
        }

        var words = new WordBox[reader.Read7BitEncodedInt()];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Read(reader);
        }

        return new WordCacheEntry
        {
            MadeFor = madeFor,
            InferenceSeconds = seconds,
            ImageWidth = width,
            ImageHeight = height,
            PageToImage = projection.Length == 0 ? null : projection,
            Words = words,
        };
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<double> projection)
    {
        writer.Write7BitEncodedInt(projection.Count);
        foreach (var number in projection)
        {
            writer.Write(number);
        }
    }

    private static void Write(BinaryWriter writer, WordBox word)
    {
        writer.Write(word.Text);
        writer.Write(word.Confidence);
        writer.Write7BitEncodedInt(word.X0);
        writer.Write7BitEncodedInt(word.Y0);
        writer.Write7BitEncodedInt(word.X1);
        writer.Write7BitEncodedInt(word.Y1);
        writer.Write(word.Digits is not null);
        if (word.Digits is { } digits)
        {
            writer.Write(digits);
        }
    }

    private static WordBox Read(BinaryReader reader)
    {
        var word = new WordBox(
            reader.ReadString(), reader.ReadSingle(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        return reader.ReadBoolean() ? word with { Digits = reader.ReadString() } : word;
    }
}
