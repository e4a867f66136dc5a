using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Ocr.Ingest.Upload;

/// <summary>
/// Reads the boundary from the body, for clients whose <c>Content-Type</c> does not contain it: a script that sets the header of a
/// form, as the documented client does, overwrites the browser's value.
/// </summary>
internal static class BodyBoundary
{
    /// <summary>Maximum length of a boundary, characters: RFC 2046 allows 70, browsers use about 40.</summary>
    public const int MaxLength = 200;

    // bchars of RFC 2046 without the blank, which no client uses.
    private static readonly SearchValues<byte> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'()+_,-./:=?"u8);

    /// <summary>The boundary of a body that starts with <c>--boundary</c> and a line break; <see langword="null"/> for any other. Does not consume the body.</summary>
    /// <param name="body">The body, unread.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async Task<string?> FindAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var start = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, MaxLength + 4)).ToArray();
            var end = start.AsSpan().IndexOf("\r\n"u8);
            if (end >= 0 || start.Length == MaxLength + 4 || read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start);
                return end < 0 ? null : Boundary(start.AsSpan(0, end));
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static string? Boundary(ReadOnlySpan<byte> line) =>
        line.Length > 2 && line.StartsWith("--"u8) && !line[2..].ContainsAnyExcept(Allowed) ? Encoding.ASCII.GetString(line[2..]) : null;
}
