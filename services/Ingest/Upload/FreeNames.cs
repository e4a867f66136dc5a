using System.Globalization;

namespace Ocr.Ingest.Upload;

/// <summary>
/// Finds the first free name of a stem: without a suffix, then <c>_2</c>, <c>_3</c>, …. The number of lookups grows with the logarithm of the used
/// names, so that many uploads with the same name stay fast.
/// </summary>
/// <param name="isTaken">Whether a name is in use.</param>
internal sealed class FreeNames(Func<string, Task<bool>> isTaken)
{
    private readonly Dictionary<(string Stem, string Extension), int> _last = [];

    /// <summary>Returns a free name and reserves it in this instance.</summary>
    /// <param name="stem">From <see cref="StoredNames.Stem"/>.</param>
    /// <param name="extension">Without a dot.</param>
    public async Task<string> TakeAsync(string stem, string extension)
    {
        // Names of a stem are assigned without gaps, so a binary search finds the last one. A gap that a cleaning left is also a free name.
        var taken = _last.GetValueOrDefault((stem, extension));
        var step = 1;
        while (await isTaken(Name(stem, extension, taken + step)))
        {
            taken += step;
            step *= 2;
        }

        var free = taken + step;
        while (free - taken > 1)
        {
            var middle = taken + ((free - taken) / 2);
            (taken, free) = await isTaken(Name(stem, extension, middle)) ? (middle, free) : (taken, middle);
        }

        _last[(stem, extension)] = free;
        return Name(stem, extension, free);
    }

    private static string Name(string stem, string extension, int number) => number == 1
        ? $"{stem}.{extension}"
        : string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}.{extension}");
}
