using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Ingest.Tests.Images;
using Ocr.Ingest.Upload;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>Warnings about files that are accepted.</summary>
public sealed class UploadWarningTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain-31x17.png", "recibo.png", null)]
    [InlineData("plain-31x17.png", "RECIBO.PNG", null)]
    [InlineData("baseline-31x17.jpg", "recibo.jpg", null)]
    [InlineData("baseline-31x17.jpg", "recibo.Jpeg", null)]
    [InlineData("plain-31x17.png", "recibo.jpeg", "png")]
    [InlineData("plain-31x17.png", "recibo", "png")]
    [InlineData("plain-31x17.png", "recibo.png.zip", "png")]
    [InlineData("baseline-31x17.jpg", "recibo.png", "jpg")]
    public async Task A_name_with_the_extension_of_another_type_is_a_warning(string sample, string name, string? type)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile(name, Samples.Read(sample)).WithFields();

        using var response = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), form);

        var file = (await response.Content.ReadFromJsonAsync<JsonObject>())!["files_processed"]![0]!;
        Assert.Equal(
            type is null ? [] : [$"La extensión del archivo no corresponde a su contenido ({type})"],
            file["validation"]!["warnings"]!.AsArray().Select(warning => (string)warning!));
        Assert.True((bool)file["validation"]!["valid"]!);
        Assert.Empty(file["validation"]!["errors"]!.AsArray());
    }

    [Fact]
    public void A_sender_of_few_digits_is_a_warning_with_a_text() =>
        Assert.Equal("ID WhatsApp debería tener más dígitos", MetadataRules.Warn("abcdefgh1234567@lid"));
}
