using System.Globalization;
using System.Text;

namespace Ocr.Ingest.Tests;

/// <summary>Multipart forms in the form of real clients.</summary>
internal static class Forms
{
    public static MultipartFormDataContent Valid(int count, Func<int, byte[]>? image = null)
    {
        var form = new MultipartFormDataContent();
        for (var index = 0; index < count; index++)
        {
            form.WithFile($"recibo{index}.png", image?.Invoke(index) ?? TestImages.Unique());
        }

        return form.WithFields();
    }

    public static MultipartFormDataContent WithFile(this MultipartFormDataContent form, string name, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        // Built by hand: the client library encodes names that browsers send unchanged, except for these three characters.
        var sent = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name))
            .Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{sent}\"");
        form.Add(part);
        return form;
    }

    /// <summary>The five fields, plain or numbered; a named value replaces the default, null removes the field.</summary>
    public static MultipartFormDataContent WithFields(
        this MultipartFormDataContent form, int? index = null, params (string Name, string? Value)[] other)
    {
        var fields = new Dictionary<string, string?>
        {
            ["numerosorteo"] = "A",
            ["fechasorteo"] = "20250711",
            ["idWhatsapp"] = "123456789@lid",
            ["nombre"] = "Juan",
            ["horamin"] = "14-30",
        };
        foreach (var (name, value) in other)
        {
            fields[name] = value;
        }

        foreach (var (name, value) in fields.Where(field => field.Value is not null))
        {
            var suffix = index is { } number ? "_" + number.ToString(CultureInfo.InvariantCulture) : "";
            form.Add(new StringContent(value!), name + suffix);
        }

        return form;
    }
}
