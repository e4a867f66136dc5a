using System.Globalization;

namespace Ocr.Ingest.Upload;

/// <summary>
/// Finds the first name of a stem that is not taken: plain, then <c>_2</c>, <c>_3</c>, …. It asks for some names, and not for all that are
/// taken: a sender whose uploads all have one name costs no more with each of them.
/// </summary>
/// <param name="isTaken">Whether a name is in use.</param>
internal sealed class FreeNames(Func<string, Task<bool>> isTaken)
{
    private readonly Dictionary<(string Stem, string Extension), int> _last = [];

    /// <summary>Takes a name; the next one of the same stem is another.</summary>
    /// <param name="stem">From <see cref="StoredNames.Stem"/>.</param>
    /// <param name="extension">Without a dot.</param>
    public async Task<string> TakeAsync(string stem, string extension)
    {
        // Names of a stem are given out without gaps, so that the last one is found by halves. A gap that a cleaning left is as good as the end.
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
