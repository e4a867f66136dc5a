using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.ServiceDefaults.Json;

/// <summary>Reads the small JSON objects of requests, within limits of size and depth.</summary>
public static class JsonBody
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxDepth = 16;

    /// <summary>The result of <paramref name="read"/> for the body; an empty body is an empty object.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the object.</param>
    /// <exception cref="ApiException">413, 415 or 400: too large, of another media type, not a JSON object, or thrown by <paramref name="read"/>.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, Func<JsonElement, T> read)
    {
        var body = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length > MaxBytes)
        {
            throw new ApiException(ApiErrors.Of(413) with { Details = $"El cuerpo JSON debe ocupar como máximo {MaxBytes / 1024} KB" });
        }

        var text = body.AsMemory(0, length);
        text = text[(length - WithoutMark(text.Span).Length)..];
        var isEmpty = text.Span.Trim(" \t\r\n"u8).IsEmpty;
        if (!isEmpty && !request.HasJsonContentType())
        {
            throw new ApiException(ApiErrors.Of(415) with { Details = "Se espera application/json" });
        }

        try
        {
            if (!Utf8.IsValid(text.Span))
            {
                throw new JsonException();
            }

            using var document = JsonDocument.Parse(isEmpty ? "{}"u8.ToArray() : text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? read(document.RootElement)
                : throw new ApiException(ApiErrors.Of(400) with { Details = "El cuerpo debe ser un objeto JSON" });
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Unpaired surrogates are found only when a text is read: InvalidOperationException.
            throw new ApiException(ApiErrors.Of(400) with { Details = "JSON mal formado" });
        }
    }

    /// <summary>The text without a byte order mark, which editors and .NET clients of Windows write.</summary>
    /// <param name="text">JSON, UTF-8.</param>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;
}
