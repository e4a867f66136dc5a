using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Ocr.Testing.Harness;
using SkiaSharp;

namespace Ocr.EndToEnd.Contract;

/// <summary>
/// Sends every request of the specification once to a separate system, in an order in which all succeed,
/// causes the documented errors, and keeps the responses.
/// </summary>
public sealed class DocumentedResponses : IAsyncLifetime
{
    private const int UploadsPerMinute = 10;

    private static readonly string[] Documented =
        ["monto", "referencia", "telefono", "cedula", "banco_origen", "banco_destino", "concepto", "fecha_operacion", "hora_operacion", "numero_operacion"];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr contract ");
    private readonly Dictionary<string, ApiResponse> _responses = [];
    private StandaloneProcess _process = null!;

    /// <summary>The response for a heading of the specification, or for one of the errors below.</summary>
    internal ApiResponse this[string name] => _responses.TryGetValue(name, out var answer)
        ? answer
        : throw new KeyNotFoundException($"No request has the name '{name}'.");

    public async Task InitializeAsync()
    {
        _process = await StandaloneProcess.StartAsync(_data.FullName, ("RATE_LIMIT_UPLOAD_PER_MINUTE", $"{UploadsPerMinute}"));
        var documented = Specification.Block("POST /api/upload json").Json.List("files_processed");
        await KeepAsync("POST /api/upload", Uploads(documented));
        var name = _responses["POST /api/upload"].StoredNames()[0];
        await SendAsync("GET /api/files/pending", "", "");
        await SendAsync("POST /api/ocr/process_batch", "", "");
        var batch = _responses["POST /api/ocr/process_batch"].Body.Text("request_id");
        foreach (var block in Specification.Blocks.Where(block => block.Language == "http" && !_responses.ContainsKey(block.Heading)))
        {
            await SendAsync(block.Heading, batch, name);
        }

        using var words = await _process.Api.Client.GetAsync(new Uri($"/api/ocr/result_data/{batch}_{Uri.EscapeDataString(name)}", UriKind.Relative));
        _responses["the words"] = await ApiResponse.ReadAsync(words);
        await ProvokeErrorsAsync();
    }

    public async Task DisposeAsync()
    {
        await _process.DisposeAsync();
        _data.Delete(recursive: true);
    }

    // The two receipts of the document, from two rendered ones that print the same fields.
    private static MultipartFormDataContent Uploads(JsonObject[] documented)
    {
        var images = Receipts.Truth.Where(receipt => PrintsEverything(receipt.Value!.Object("fields"))).Take(documented.Length).Select(receipt => Receipts.Of(receipt.Key).Content);
        var form = new MultipartFormDataContent();
        foreach (var ((file, image), index) in documented.Zip(images).Select((pair, index) => (pair, index)))
        {
            var name = file.Text("original_name");
            Add(form, name, name.EndsWith(".png", StringComparison.Ordinal) ? Png(image) : image);
            foreach (var (field, value) in file.Object("metadata").Where(field => field.Key != "extension"))
            {
                form.Add(new StringContent(value!.GetValue<string>()), $"{field}_{index}");
            }
        }

        return form;
    }

    private static bool PrintsEverything(JsonObject fields) =>
        Documented.All(key => fields.Text(key).Length > 0) && fields.Text("telefono").All(char.IsAsciiDigit);

    private static byte[] Png(byte[] image)
    {
        using var bitmap = SKBitmap.Decode(image);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }

    private static void Add(MultipartFormDataContent form, string fileName, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "files", fileName);
    }

    private async Task SendAsync(string heading, string batch, string storedName)
    {
        using var request = DocumentedRequest.Of(Specification.Block($"{heading} http")).ToMessage(batch, storedName);
        using var response = await _process.Api.Client.SendAsync(request);
        _responses[heading] = await ApiResponse.ReadAsync(response);
    }

    private async Task KeepAsync(string name, MultipartFormDataContent form, string path = "/api/upload")
    {
        using (form)
        {
            using var response = await _process.Api.Client.PostAsync(new Uri(path, UriKind.Relative), form);
            _responses[name] = await ApiResponse.ReadAsync(response);
        }
    }

    private async Task ProvokeErrorsAsync()
    {
        using var missing = await _process.Api.Client.GetAsync(new Uri("/api/ocr/result/BATCH_20250711_143052_a8f_no.png", UriKind.Relative));
        _responses["unknown result"] = await ApiResponse.ReadAsync(missing);

        await KeepAsync("upload without a token", new MultipartFormDataContent { { new StringContent("A"), "numerosorteo" } }, "/api/secure/upload");

        // The sizes of the document: 25 MB where 16 are allowed.
        var large = new MultipartFormDataContent();
        Add(large, "imagen_grande.png", new byte[25 * 1024 * 1024]);
        await KeepAsync("file too large", large);

        var invalid = new MultipartFormDataContent { { new StringContent("AB"), "numerosorteo" }, { new StringContent("11/07/2025"), "fechasorteo" }, { new StringContent("123456"), "idWhatsapp" } };
        Add(invalid, "archivo2.jpg", "GIF89a"u8.ToArray());
        await KeepAsync("invalid upload", invalid);
        for (var upload = 0; upload <= UploadsPerMinute; upload++)
        {
            await KeepAsync("too many uploads", new MultipartFormDataContent { { new StringContent("A"), "numerosorteo" } });
        }
    }
}
