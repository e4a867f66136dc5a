using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd;

/// <summary>Small files with large images: their memory stays within the documented limit.</summary>
public sealed class LargeImageTests : IDisposable
{
    private const int Side = 6_324; // 40 megapixels
    private const long Bound = 700L * 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr large images ");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Forty_megapixels_of_sixteen_bits_interlaced_stay_within_the_memory_of_one_process()
    {
        await using var process = await StandaloneProcess.StartAsync(_data.FullName, ("MALLOC_ARENA_MAX", "2"));
        await process.Api.UploadAsync([.. Enumerable.Range(1, 6).Select(number => Upload.Of($"{number}.png", Interlaced((byte)number), number))]);
        var batch = await process.Api.FinishAsync(await process.Api.StartBatchAsync(), Timeout);

        Assert.Equal(6, batch.Count("files_done"));
        Assert.InRange(process.PeakMemoryBytes, 0, Bound);
    }

    private static byte[] Interlaced(byte shade)
    {
        using var packed = new MemoryStream();
        using (var data = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            foreach (var (x, y, stepX, stepY) in ((int, int, int, int)[])[(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)])
            {
                var row = new byte[1 + ((Side - x + stepX - 1) / stepX * 8)];
                Array.Fill(row, (byte)(255 - shade), 1, row.Length - 1);
                for (var at = y; at < Side; at += stepY)
                {
                    data.Write(row);
                }
            }
        }

        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", [.. Number(Side), .. Number(Side), 16, 6, 0, 0, 1]), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. Number(content.Length), .. named, .. Number(unchecked((int)Crc32.HashToUInt32(named)))];
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
