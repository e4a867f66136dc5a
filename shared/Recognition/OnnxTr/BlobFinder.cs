namespace Ocr.Recognition.OnnxTr;

/// <summary>
/// Finds 8-connected components of a framed map that are not inside a hole of another one, as OpenCV's <c>findContours</c> does with
/// <c>RETR_EXTERNAL</c>. A hole is background that is not 4-connected with the frame.
/// </summary>
internal sealed class BlobFinder
{
    private const byte Background = 0;
    private const byte Text = 1;
    private const byte Outside = 2;
    private const byte Seen = 3;

    private readonly Stack<int> _open = new();

    /// <summary>Finds the blobs of a map that <see cref="TextMap.Fill"/> filled, and overwrites the map.</summary>
    /// <param name="map">The framed map.</param>
    /// <param name="stride">Bytes per row.</param>
    /// <returns>Blobs in raster order of their first pixels; coordinates without the frame.</returns>
    public static List<Blob> Find(Span<byte> map, int stride)
    {
        var finder = new BlobFinder();
        finder.MarkOutside(map, stride);
        var blobs = new List<Blob>();
        for (var at = map.IndexOf(Text); at >= 0;)
        {
            // The pixel left of a component's first pixel belongs to the region that surrounds the component.
            var external = map[at - 1] == Outside;
            var blob = finder.Take(map, stride, at);
            if (external)
            {
                blobs.Add(blob);
            }

            var next = map[at..].IndexOf(Text);
            at = next < 0 ? -1 : at + next;
        }

        return blobs;
    }

    /// <summary>Marks the outside, run by run from the frame. A run may continue from a row's end to the next row's start, because both are frame.</summary>
    private void MarkOutside(Span<byte> map, int stride)
    {
        _open.Push(0);
        while (_open.TryPop(out var at))
        {
            if (map[at] != Background)
            {
                continue;
            }

            var start = map[..at].LastIndexOfAnyExcept(Background) + 1;
            var length = map[at..].IndexOfAnyExcept(Background);
            var end = length < 0 ? map.Length : at + length;
            map[start..end].Fill(Outside);
            PushRuns(map, Math.Max(0, start - stride), end - stride);
            PushRuns(map, start + stride, Math.Min(map.Length, end + stride));
        }
    }

    private void PushRuns(ReadOnlySpan<byte> map, int start, int end)
    {
        while (start < end)
        {
            var run = map[start..end].IndexOf(Background);
            if (run < 0)
            {
                return;
            }

            start += run;
            _open.Push(start);
            var length = map[start..end].IndexOfAnyExcept(Background);
            start = length < 0 ? end : start + length;
        }
    }

    private Blob Take(Span<byte> map, int stride, int first)
    {
        int left = int.MaxValue, right = 0, bottom = 0;
        map[first] = Seen;
        _open.Push(first);
        while (_open.TryPop(out var at))
        {
            left = Math.Min(left, at % stride);
            right = Math.Max(right, at % stride);
            bottom = Math.Max(bottom, at / stride);
            for (var row = at - stride; row <= at + stride; row += stride)
            {
                for (var near = row - 1; near <= row + 1; near++)
                {
                    if (map[near] == Text)
                    {
                        map[near] = Seen;
                        _open.Push(near);
                    }
                }
            }
        }

        return new Blob(left - 1, (first / stride) - 1, right - 1, bottom - 1);
    }
}
