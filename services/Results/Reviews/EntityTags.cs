using System.Globalization;
using Microsoft.Net.Http.Headers;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Results.Reviews;

/// <summary>The version of a receipt as an entity tag. A change that is based on an older version is refused.</summary>
internal static class EntityTags
{
    /// <summary>The tag of a receipt.</summary>
    public static string Of(ReceiptIndexRow receipt) => string.Create(CultureInfo.InvariantCulture, $"\"{receipt.Version}\"");

    /// <summary>The versions in a request.</summary>
    /// <exception cref="ApiException">428 when the request has no version.</exception>
    public static IReadOnlyList<string> Required(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        return header.Count > 0 && EntityTagHeaderValue.TryParseList(header!, out var tags) && !tags.Contains(EntityTagHeaderValue.Any)
            // A weak tag never matches (RFC 9110).
            ? [.. tags.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.ToString())]
            : throw new ApiException(ApiErrors.Of(StatusCodes.Status428PreconditionRequired) with
            {
                Details = "Falta el encabezado If-Match con el ETag del recibo, por ejemplo If-Match: \"3\"",
            });
    }
}
