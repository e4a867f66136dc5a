using System.Globalization;
using System.Text;

namespace Ocr.Ingest.Upload;

/// <summary>File names from clients. They are returned in responses and never used as a path.</summary>
internal static class ClientNames
{
    private const int MaxLength = 200;
    private const string Unnamed = "archivo";

    /// <summary>The name without control and direction marks, with at most 200 characters.</summary>
    public static string Printable(string name)
    {
        var shown = string.Concat(name.EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            .Take(MaxLength));
        return shown.Length == 0 && name.Length > 0 ? Unnamed : shown;
    }
}
