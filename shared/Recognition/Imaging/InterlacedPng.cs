using System.IO.Compression;
using Ocr.Images;

namespace Ocr.Recognition.Imaging;

/// <summary>
/// Decodes interlaced PNGs (Adam7) row by row into a gray plane. The codec keeps the whole image at its full depth and a second one in
/// color, up to 12 bytes per pixel; this decoder keeps one byte per pixel and two rows.
/// </summary>
internal static class InterlacedPng
{
    private const int Adam7 = 1;
    private const int HeaderEnd = 33; // signature, IHDR and its checksum
    private const int InterlaceAt = 28;

    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Whether this decoder reads the image.</summary>
    /// <param name="image">An image whose header was checked.</param>
    public static bool Is(ReadOnlySpan<byte> image) =>
        image.Length >= HeaderEnd && image.StartsWith(ImageHeaderReader.PngSignature) && image[InterlaceAt] == Adam7;

    /// <summary>Decodes the image.</summary>
    /// <exception cref="ImageErrorException">It is damaged or ends early.</exception>
    public static GrayPlane Read(ReadOnlyMemory<byte> image)
    {
        var pixels = PngPixels.Read(image);
        var plane = new GrayPlane(pixels.Width, pixels.Height);
        try
        {
            using var data = new ZLibStream(new PngData(image), CompressionMode.Decompress);
            foreach (var pass in Passes)
            {
                ReadPass(data, pixels, pass, plane);
            }

            return plane;
        }
        catch (Exception error)
        {
            plane.Dispose();
            throw error switch
            {
                EndOfStreamException => new ImageErrorException(ImageError.Truncated, "The PNG ends within its pixels."),
                // ZLibStream reports some damage, such as a preset dictionary, with an IOException.
                InvalidDataException or IOException => new ImageErrorException(ImageError.Undecodable, "The pixels of the PNG are damaged."),
                _ => error,
            };
        }
    }

    private static void ReadPass(Stream data, PngPixels pixels, (int X, int Y, int StepX, int StepY) pass, GrayPlane plane)
    {
        var width = (plane.Width - pass.X + pass.StepX - 1) / pass.StepX;
        if (width <= 0)
        {
            return;
        }

        var bytes = pixels.RowBytes(width);
        byte[] row = new byte[bytes], above = new byte[bytes], color = new byte[width * 4], gray = new byte[width];
        for (var y = pass.Y; y < plane.Height; y += pass.StepY)
        {
            var filter = data.ReadByte();
            if (filter < 0)
            {
                throw new EndOfStreamException();
            }

            data.ReadExactly(row);
            PngFilter.Undo(filter, row, above, pixels.FilterStep);
            pixels.ToPremultiplied(row, color);
            Luminance.FromPremultiplied(color, gray);
            var target = plane.Row(y);
            for (int from = 0, x = pass.X; from < width; from++, x += pass.StepX)
            {
                target[x] = gray[from];
            }

            (row, above) = (above, row);
        }
    }

    /// <summary>The pixel data of all IDAT chunks as one stream.</summary>
    private sealed class PngData(ReadOnlyMemory<byte> image) : Stream
    {
        private int _next = ImageHeaderReader.PngSignature.Length;
        private ReadOnlyMemory<byte> _chunk;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            while (_chunk.IsEmpty)
            {
                if (!MoveNext())
                {
                    return 0;
                }
            }

            var length = Math.Min(buffer.Length, _chunk.Length);
            _chunk.Span[..length].CopyTo(buffer);
            _chunk = _chunk[length..];
            return length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private bool MoveNext()
        {
            foreach (var (name, content, end) in PngChunks.From(image, _next))
            {
                _next = end;
                if (name == PngChunks.Data)
                {
                    _chunk = content;
                    return true;
                }
            }

            _next = image.Length;
            return false;
        }
    }
}
