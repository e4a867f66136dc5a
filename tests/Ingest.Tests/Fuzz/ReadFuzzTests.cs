using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Ocr.Ingest.Read;
using Ocr.Ingest.Tests.Read;
using Ocr.Ingest.Upload;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Fuzz;

/// <summary>Reads with hostile bodies, and base64 in every form that clients write.</summary>
public sealed class ReadFuzzTests : IDisposable
{
    private const int Seconds = 5;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_json_whatever_breaks_a_read()
    {
        await using var app = await IngestApp.ListenAsync(_folder, ("MAX_CONTENT_LENGTH", "4096"), ("READ_WAIT_SECONDS", "0"));
        var stored = 0;
        var right = Encoding.UTF8.GetBytes(ReadClient.Body(TestImages.Unique()).ToJsonString());
        await Gen.OneOf(Mutations.Of(right), Gen.Byte.Array[0, 200], Gen.Const(right)).SampleAsync(
            async body =>
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var response = await app.Client.PostAsync(new Uri("/api/ocr/read", UriKind.Relative), content);
                Assert.InRange((int)response.StatusCode, 200, 499);
                var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
                stored += response.IsSuccessStatusCode ? 1 : 0;
                Assert.Equal(response.IsSuccessStatusCode, answer["error_code"] is null);
                Assert.Equal(stored, (await app.RowsAsync()).Count);
            },
            time: Seconds,
            threads: 1);
        Assert.Single(await app.UploadAsync(1));
    }

    [Fact]
    public void Base64_is_read_with_any_escapes_blanks_and_prefix() => Gen.Select(
        Gen.Byte.Array[0, 300], Gen.OneOfConst("", "data:image/png;base64,", "data:;base64,"), Gen.OneOfConst("", "\\n", "\\r\\n", " ", "\\t"), Gen.Bool, Gen.Int[1, 80])
        .Sample((bytes, prefix, blank, escapes, width) =>
        {
            var lines = Convert.ToBase64String(bytes).Chunk(width).Select(line => new string(line));
            var text = prefix + string.Join(blank, lines);
            var json = Encoding.UTF8.GetBytes($"{{\"image\":\"{(escapes ? text.Replace("/", "\\/", StringComparison.Ordinal) : text)}\"}}");
            using var form = new UploadForm { IsSingle = true };
            var (reader, image) = (new ReadJson(form), new byte[json.Length]);

            reader.Read(json, image);

            Assert.False(form.Errors.Any);
            Assert.Equal(bytes, image[..reader.ImageBytes!.Value]);
        });
}
