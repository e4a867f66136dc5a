using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Results.Search;

/// <summary>End of a page, as an opaque text: the order key and the number of its last receipt, for one search only.</summary>
/// <param name="Key">Instant of storage, ticks, or position in the review queue.</param>
/// <param name="Id">Number of the receipt.</param>
internal sealed record SearchCursor(long Key, long Id)
{
    private const string Version = "1";
    private const int Longest = 200;

    /// <summary>The position after a receipt.</summary>
    public static SearchCursor After(ReceiptIndexRow row, bool byRisk) => new(byRisk ? row.Risk : row.StoredAt.UtcTicks, row.Id);

    /// <summary>The text for the client.</summary>
    public string ToText(IQueryCollection query) => WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Version}.{Key}.{Id}.{Fingerprint(query)}")));

    /// <summary>The position that a client sends; <see langword="null"/> for the first page.</summary>
    /// <exception cref="ApiException">400 when the text is not a cursor of this search.</exception>
    public static SearchCursor? Read(IQueryCollection query)
    {
        var text = query["cursor"].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            var parts = text.Length > Longest ? [] : Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(text)).Split('.');
            if (parts is [Version, var key, var id, var fingerprint] && fingerprint == Fingerprint(query)
                && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place <= DateTime.MaxValue.Ticks
                && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return new SearchCursor(place, number);
            }
        }
        catch (FormatException)
        {
            // Refused below.
        }

        throw new ApiException(ApiErrors.InvalidField("cursor", "No es un cursor de esta búsqueda; use next_cursor de la página anterior con los mismos filtros"));
    }

    private static string Fingerprint(IQueryCollection query) => XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(
        string.Join('\n', ReceiptQuery.Filters.Select(name => $"{name}={query[name].ToString().Trim()}")))).ToString("x16", CultureInfo.InvariantCulture);
}
