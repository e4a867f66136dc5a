using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ocr.ReceiptCli.Teaching;

/// <summary>Edits a JSON text and keeps all other characters unchanged. A path consists of names and indexes.</summary>
internal static class JsonText
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // a rule file is never embedded in HTML
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns a text as a JSON string.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Plain);

    /// <summary>Adds an element, or a property with its name, after the last one of a list, on a separate line if that one has a separate line.</summary>
    /// <exception cref="KeyNotFoundException">The path does not exist.</exception>
    public static string Append(string json, string element, params object[] path)
    {
        var (bytes, list) = Find(json, path);
        if (list.Last is not { } last)
        {
            return Splice(bytes, list.End - 1, list.End - 1, element);
        }

        var indent = Indent(bytes, last.Start);
        return Splice(bytes, last.End, last.End, indent is null ? $", {element}" : $",{indent}{element.ReplaceLineEndings(indent)}");
    }

    /// <summary>Adds an element before the first one of a list.</summary>
    /// <exception cref="KeyNotFoundException">The path does not exist.</exception>
    public static string Prepend(string json, string element, params object[] path)
    {
        var (bytes, list) = Find(json, path);
        var at = list.First?.Start ?? list.End - 1;
        return Splice(bytes, at, at, list.First is null ? element : $"{element}, ");
    }

    /// <summary>Replaces a value.</summary>
    /// <exception cref="KeyNotFoundException">The path does not exist.</exception>
    public static string Replace(string json, string value, params object[] path)
    {
        var (bytes, found) = Find(json, path);
        return Splice(bytes, found.Start, found.End, value);
    }

    /// <summary>Returns the line feed and blanks before an offset, when it is the first in its line.</summary>
    private static string? Indent(byte[] bytes, int place)
    {
        var start = bytes.AsSpan(0, place).LastIndexOf((byte)'\n');
        var before = bytes.AsSpan((start + 1)..place);
        if (start < 0 || before.ContainsAnyExcept(" \t"u8))
        {
            return null;
        }

        return (start > 0 && bytes[start - 1] == '\r' ? "\r\n" : "\n") + Encoding.UTF8.GetString(before);
    }

    private static string Splice(byte[] bytes, int start, int end, string text) =>
        Encoding.UTF8.GetString(bytes.AsSpan(0, start)) + text + Encoding.UTF8.GetString(bytes.AsSpan(end));

    private static (byte[] Bytes, Found Found) Find(string json, object[] path)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, Lenient);
        reader.Read();
        foreach (var step in path)
        {
            if (!Enter(ref reader, step))
            {
                throw new KeyNotFoundException($"there is nothing at {string.Join('/', path)}");
            }
        }

        return (bytes, Measure(ref reader));
    }

    private static bool Enter(ref Utf8JsonReader reader, object step)
    {
        for (var i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject); i++)
        {
            var here = step is int index ? index == i : reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals((string)step);
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Read();
            }

            if (here)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static Found Measure(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        Span? first = null, last = null;
        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
            {
                var from = (int)reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    reader.Read();
                }

                reader.Skip();
                last = new Span(from, (int)reader.BytesConsumed);
                first ??= last;
            }
        }

        return new Found(start, (int)reader.BytesConsumed, first, last);
    }

    /// <summary>Offsets of the first byte and of the byte after the last.</summary>
    private sealed record Span(int Start, int End);

    /// <summary>A value with its first and last element.</summary>
    private sealed record Found(int Start, int End, Span? First, Span? Last);
}
