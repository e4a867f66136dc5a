using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Ocr.Ingest.Upload;
using Ocr.ServiceDefaults.Json;

namespace Ocr.Ingest.Read;

/// <summary>The fields of a JSON body, and its image decoded from base64.</summary>
/// <param name="form">Receives the fields and their errors.</param>
internal sealed class ReadJson(UploadForm form)
{
    /// <summary>Name of the property with the image.</summary>
    public const string Image = "image";

    private const string FileNameField = "filename", Unnamed = "recibo";
    private const int MaxProperties = 64;

    /// <summary>Name of the file.</summary>
    public string FileName { get; private set; } = Unnamed;

    /// <summary>Number of bytes of the image in the buffer; <see langword="null"/> without one.</summary>
    public int? ImageBytes { get; private set; }

    /// <summary>Reads a body.</summary>
    /// <param name="body">An object, UTF-8.</param>
    /// <param name="image">Receives the image; at least as long as the body.</param>
    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public void Read(ReadOnlySpan<byte> body, byte[] image)
    {
        if (!Utf8.IsValid(body))
        {
            throw new JsonException();
        }

        var reader = new Utf8JsonReader(JsonBody.WithoutMark(body), new JsonReaderOptions { MaxDepth = 16 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        for (var count = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (++count <= MaxProperties)
            {
                Take(name, ref reader, image);
            }
            else if (count == MaxProperties + 1)
            {
                form.Errors.Field("cuerpo", $"Demasiados campos (máximo {MaxProperties})");
            }

            reader.Skip();
        }

        // Throws when there is content after the object.
        reader.Read();
    }

    private void Take(string name, ref Utf8JsonReader reader, byte[] image)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String when name == Image:
                TakeImage(ref reader, image);
                break;
            case JsonTokenType.String when name == FileNameField:
                FileName = ClientNames.Printable(reader.GetString()!) is { Length: > 0 } shown ? shown : Unnamed;
                break;
            case JsonTokenType.String:
                form.AddField(name, Encoding.UTF8.GetBytes(reader.GetString()!));
                break;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                form.AddField(name, reader.ValueSpan);
                break;
            default:
                form.Errors.Field(name, "Debe ser un texto");
                break;
        }
    }

    private void TakeImage(ref Utf8JsonReader reader, byte[] image)
    {
        var text = image.AsSpan(0, reader.CopyString(image));
        // data:image/jpeg;base64,…
        var start = text.StartsWith("data:"u8) ? text.IndexOf((byte)',') + 1 : 0;
        if (start == 0 && text.StartsWith("data:"u8))
        {
            form.Errors.Field(Image, "La dirección data: no tiene contenido");
            return;
        }

        text[start..].CopyTo(text);
        if (ImageBytes is not null || Base64.DecodeFromUtf8InPlace(text[..^start], out var bytes) != OperationStatus.Done)
        {
            form.Errors.Field(Image, ImageBytes is null ? "Debe ser base64" : "Campo repetido");
            return;
        }

        ImageBytes = bytes;
    }
}
