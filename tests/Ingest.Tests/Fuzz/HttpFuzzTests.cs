using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Ocr.Ingest.Tests.Images;
using Ocr.Ingest.Upload;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Fuzz;

/// <summary>
/// The HTTP surface under hostile input: no 5xx, every error in the documented form, nothing stored with an error, and the server continues
/// to work. Limited in time; a failure prints the seed that repeats it.
/// </summary>
public sealed class HttpFuzzTests : IDisposable
{
    private const int Seconds = 6;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_multipart_body_whatever_breaks_an_upload()
    {
        await using var app = await IngestApp.ListenAsync(_folder, ("MAX_CONTENT_LENGTH", "4096"));
        var stored = 0;
        var types = Gen.OneOfConst("multipart/form-data; boundary=b", "multipart/form-data; boundary=b", "undefined", "application/json", "multipart/form-data; boundary=\"b", "multipart/mixed; boundary=b", "");
        var paths = Gen.OneOfConst("/api/upload", "/api/secure/upload", "/api/ocr/process_image");
        await Gen.Select(Bodies(), types, paths).SampleAsync(
            async (body, type, path) =>
            {
                using var content = new ByteArrayContent(body);
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                var answer = await SendAsync(app, new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
                stored += answer is null ? 0 : (int)answer["files_uploaded"]!;
                Assert.Equal(stored, (await app.RowsAsync()).Count);
            },
            time: Seconds,
            threads: 1);
        await IsAliveAsync(app, stored);
    }

    [Fact]
    public async Task No_json_whatever_breaks_an_endpoint()
    {
        await using var app = await IngestApp.ListenAsync(_folder, ("CLEAN_RESULTS_SECONDS", "1"));
        var right = """{"profile": "balanced", "language": "spa", "include_coordinates": true, "batch_config": {"max_images": 50, "timeout_seconds": 5, "parallel_workers": 4}}"""u8.ToArray();
        var types = Gen.OneOfConst("application/json", "application/json", "application/json; charset=utf-16", "application/problem+json", "text/plain", "x", "");
        await Gen.Select(Gen.OneOf(Mutations.Of(right), Gen.Byte.Array[0, 200], Values.Select(Encoding.UTF8.GetBytes)), types).SampleAsync(
            async (body, type) =>
            {
                using var content = new ByteArrayContent(body);
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                await SendAsync(app, new HttpRequestMessage(HttpMethod.Post, "/api/ocr/process_batch") { Content = content });
            },
            time: Seconds,
            threads: 1);
        await IsAliveAsync(app, 0);
    }

    [Fact]
    public async Task No_name_field_id_or_header_whatever_breaks_an_endpoint()
    {
        await using var app = await IngestApp.ListenAsync(_folder);
        var stored = 0;
        await Gen.Select(Text, Text, Text, Gen.Int[0, 6]).SampleAsync(
            async (name, value, header, field) =>
            {
                using var form = new MultipartFormDataContent().WithFile(name, TestImages.Unique())
                    .WithFields(0, (MetadataRules.Required.Concat(MetadataRules.Optional).ElementAt(field), Utf8(value)));
                using var upload = new HttpRequestMessage(HttpMethod.Post, "/api/upload") { Content = form };
                var text = new string([.. header.Where(character => character is > '\u001F' and < '\u007F')]);
                upload.Headers.TryAddWithoutValidation("Prefer", text);
                upload.Headers.TryAddWithoutValidation("traceparent", text);
                var answer = await SendAsync(app, upload);
                stored += answer is null ? 0 : 1;
                Assert.Equal(stored, (await app.RowsAsync()).Count);

                var id = Uri.EscapeDataString(Utf8(value)).Replace("%00", "", StringComparison.Ordinal);
                using var status = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Client.BaseAddress!, "/api/ocr/status/x" + id));
                await SendAsync(app, status);
            },
            time: Seconds,
            threads: 1);
        await IsAliveAsync(app, stored);
    }

    private static Gen<string> Text => Gen.OneOf(
        Gen.String[Gen.Char, 0, 60],
        Gen.OneOfConst("../../etc/passwd", "..%2f..%2f", "a\u202Eb", "CON", "\0", "\r\nX: y", "\"; name=\"nombre_0", "@lid", "20250711-A--1@lid_x_14-30.png", new string('a', 5000)));

    private static Gen<string> Values => Gen.Select(
        Gen.OneOfConst("profile", "language", "include_coordinates", "max_images", "timeout_seconds", "batch_config", "parallel_workers"),
        Gen.OneOfConst("null", "true", "-1", "0", "1e400", "99999999999999999999", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[[]]]", "1.0"))
        .Array[0, 5].Select(pairs => "{" + string.Join(",", pairs.Select(pair => $"\"{pair.Item1}\":{pair.Item2}")) + "}");

    private static Gen<byte[]> Bodies()
    {
        byte[][] files = [TestImages.Unique(), Samples.Read("baseline-31x17.jpg"), Samples.Read("lossy-31x17.webp"), Samples.Read("still-31x17.gif"), []];
        return Gen.Select(Gen.OneOfConst(files), Gen.Bool).SelectMany((file, two) =>
        {
            using var form = new MultipartFormDataContent("b").WithFile("recibo.png", file).WithFields(0);
            _ = two ? form.WithFile("otro.png", TestImages.Unique()).WithFields() : form;
            using var bytes = new MemoryStream();
            form.CopyTo(bytes, null, CancellationToken.None);
            return Mutations.Of(bytes.ToArray());
        });
    }

    // Unpaired surrogates cannot be sent.
    private static string Utf8(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends a request and checks every error; returns the response of a success.</summary>
    private static async Task<JsonObject?> SendAsync(IngestApp app, HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await app.Client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            Assert.InRange((int)response.StatusCode, 200, 499);
            var answer = JsonSerializer.Deserialize<JsonObject>(text)!;
            if (response.IsSuccessStatusCode)
            {
                return answer;
            }

            Assert.Equal(MediaTypeHeaderValue.Parse("application/json; charset=utf-8"), response.Content.Headers.ContentType);
            Assert.Empty(JsonShape.Differences(JsonShape.Documented("errors")["error_response_format"]!.Without("details"), answer));
            Assert.NotNull(answer["details"]);
            return null;
        }
    }

    private async Task IsAliveAsync(IngestApp app, int stored)
    {
        Assert.Equal(stored, (int)(await app.GetAsync("/api/files/pending"))["files_pending"]!);
        Assert.True(_folder.Images.Count <= stored);
        Assert.Single(await app.UploadAsync(1));
    }
}
