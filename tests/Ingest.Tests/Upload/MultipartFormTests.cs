using System.Text;
using Ocr.Ingest.Upload;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>The parts of a multipart body and their limits.</summary>
public sealed class MultipartFormTests : IDisposable
{
    private const string FilePart = "Content-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n\r\nx";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("filename=\"a b.png\"", "a b.png")]
    [InlineData("filename=a.png", "a.png")]
    [InlineData("filename=\"a.png\"; filename*=UTF-8''a%C3%B1o.png", "año.png")]
    [InlineData("filename*=UTF-8''a%E2%80%AEb.png", "ab.png")]
    public async Task A_part_with_a_file_name_is_a_file(string parameter, string name)
    {
        using var form = await ReadAsync(2, $"Content-Disposition: form-data; name=\"any\"; {parameter}\r\n\r\nx");

        Assert.Equal([name], form.Files.Select(file => file.OriginalName));
        Assert.Empty(form.Fields);
    }

    [Fact]
    public async Task A_part_without_a_file_name_is_a_field()
    {
        using var form = await ReadAsync(
            2,
            "Content-Disposition: form-data; name=\"nombre\"\r\n\r\nAna",
            "Content-Disposition: form-data; name=caption\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHola\r\nPago",
            "Content-Disposition: form-data\r\n\r\nx");

        Assert.Empty(form.Files);
        Assert.Equal(
            new Dictionary<string, string> { ["nombre"] = "Ana", ["caption"] = "Hola\r\nPago", [""] = "x" }, form.Fields);
        Assert.False(form.Errors.Any);
    }

    [Theory]
    [InlineData("Content-Type: image/png\r\n\r\nx")]
    [InlineData("Content-Disposition: \r\n\r\nx")]
    public async Task A_part_without_a_disposition_makes_the_body_invalid(string part) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(2, FilePart, part));

    [Fact]
    public async Task An_empty_file_input_of_a_browser_is_not_a_file()
    {
        var spooled = OpenFiles.In(_folder.Name);
        using var form = await ReadAsync(2, "Content-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n", FilePart);

        Assert.Equal(["a.png"], form.Files.Select(file => file.OriginalName));
        Assert.Equal(0, form.Files[0].Index);
        Assert.Equal(spooled + 1, OpenFiles.In(_folder.Name));
    }

    [Theory]
    [InlineData("filename=\"\"\r\n\r\nx", "")]
    [InlineData("filename=\"a.png\"\r\n\r\n", "a.png")]
    public async Task A_file_without_a_name_or_without_bytes_is_a_file(string part, string name)
    {
        using var form = await ReadAsync(2, $"Content-Disposition: form-data; name=\"files\"; {part}");

        Assert.Equal(name, Assert.Single(form.Files).OriginalName);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "Demasiados archivos: 3 (máximo 2)")]
    public async Task Files_over_the_maximum_are_counted_and_not_kept(int files, string? error)
    {
        using var form = await ReadAsync(2, [.. Enumerable.Repeat(FilePart, files)]);

        Assert.Equal(2, form.Files.Count);
        Assert.Equal(error, ErrorOf(form, "files"));
    }

    // Seven known fields and three others: numbered, and without a number.
    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "Demasiados campos: 21 (máximo 20)")]
    public async Task Fields_over_the_maximum_are_counted_and_not_kept(int fields, string? error)
    {
        using var form = await ReadAsync(1, [.. Enumerable.Range(0, fields).Select(Field)]);

        Assert.Equal(20, form.Fields.Count);
        Assert.Equal(error, ErrorOf(form, "formulario"));
    }

    [Fact]
    public async Task Parts_are_counted_up_to_ten_times_the_maximum()
    {
        using var files = await ReadAsync(1, [.. Enumerable.Repeat(FilePart, 300)]);
        using var fields = await ReadAsync(1, [.. Enumerable.Range(0, 300).Select(Field)]);
        using var both = await ReadAsync(1, [.. Enumerable.Range(0, 150).SelectMany(index => (string[])[Field(index), FilePart])]);

        Assert.Equal("Demasiados archivos: 211 (máximo 1)", ErrorOf(files, "files"));
        Assert.Equal("Demasiados campos: 211 (máximo 20)", ErrorOf(fields, "formulario"));
        Assert.Equal("Demasiados archivos: 105 (máximo 1)", ErrorOf(both, "files"));
        Assert.Equal("Demasiados campos: 106 (máximo 20)", ErrorOf(both, "formulario"));
    }

    [Theory]
    [InlineData(16 * 1024, true)]
    [InlineData((16 * 1024) + 1, false)]
    [InlineData(40 * 1024, false)]
    public async Task A_field_has_a_size(int bytes, bool isKept)
    {
        using var form = await ReadAsync(1, $"Content-Disposition: form-data; name=\"caption\"\r\n\r\n{new string('x', bytes)}", Field(1));

        Assert.Equal(isKept ? null : "Debe ocupar como máximo 16384 bytes", ErrorOf(form, "caption"));
        Assert.Equal(isKept ? bytes : null, form.Fields.GetValueOrDefault("caption")?.Length);
        Assert.Equal("x", form.Fields["campo1"]);
    }

    private static string Field(int index) => $"Content-Disposition: form-data; name=\"campo{index}\"\r\n\r\nx";

    private static string? ErrorOf(UploadForm form, string field) =>
        ((Ocr.ServiceDefaults.Errors.ValidationDetails)form.Errors.ToException().Error.Details!).FieldErrors.GetValueOrDefault(field)?.Single();

    private async Task<UploadForm> ReadAsync(int maxFiles, params string[] parts)
    {
        var form = new UploadForm();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"--abc\r\n{part}\r\n")) + "--abc--\r\n"));
        await new MultipartForm(new IngestOptions { TempFolder = _folder.Name }, maxFiles).ReadAsync(body, "abc", form, CancellationToken.None);
        return form;
    }
}
