using System.Net;
using System.Text;
using Ocr.Ingest.Tests.Images;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.BadInput;

/// <summary>Invalid files: each is named with its error, and nothing of its upload is stored.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string, string, string> Refused => new()
    {
        { "vacio.png", "empty", "Archivo vacío" },
        { "bomba.png", "bomb", "Imagen demasiado grande: 30000 × 30000 píxeles (máximo 40 megapíxeles)" },
        { "cortado.jpg", "truncated jpeg", "Imagen incompleta: el archivo está cortado" },
        { "cortado.png", "truncated png", "Imagen incompleta: el archivo está cortado" },
        { "cortado.webp", "truncated webp", "Imagen incompleta: el archivo está cortado" },
        { "animado.png", "gif", "Tipo de archivo no permitido: se aceptan PNG, JPEG, WebP y HEIC" },
        { "animado.webp", "animated webp", "Imagen animada: se aceptan solo imágenes fijas" },
        { "animado.png", "animated png", "Imagen animada: se aceptan solo imágenes fijas" },
        { "gif.js.png", "gif polyglot", "Tipo de archivo no permitido: se aceptan PNG, JPEG, WebP y HEIC" },
        { "recibo.pdf", "pdf", "Un PDF no se lee: ábralo y envíe una captura de pantalla (PNG o JPEG)" },
        { "pagina.png", "html", "Tipo de archivo no permitido: se aceptan PNG, JPEG, WebP y HEIC" },
        { "nada.jpg", "jpeg without a frame", "Imagen dañada: no se puede leer su cabecera" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task An_invalid_image_is_named(string name, string kind, string error)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile("bien.png", TestImages.Unique()).WithFile(name, Make(kind)).WithFields();

        var (status, answer) = await app.PostAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("VALIDATION_FAILED_400", (string?)answer["error_code"]);
        Assert.Equal(error, (string?)answer["details"]!["file_errors"]![name]![0]);
        Assert.Empty(await app.RowsAsync());
        Assert.Empty(_folder.Images);
    }

    [Theory]
    [InlineData("cmyk-31x17.jpg", "jpg")]
    [InlineData("sixteen-bit-31x17.png", "png")]
    [InlineData("progressive-31x17.jpg", "jpg")]
    [InlineData("alpha-31x17.webp", "webp")]
    [InlineData("still-31x17.heic", "heic")]
    public async Task Unusual_but_still_images_are_taken(string sample, string extension)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        await app.UploadAsync(1, _ => Samples.Read(sample));
        Assert.EndsWith("." + extension, (await app.RowsAsync()).Single().ObjectKey, StringComparison.Ordinal);
    }

    // Bytes after the end of an image are not read, so a polyglot counts only as the image at its start, under any file name.
    [Theory]
    [InlineData("plain-31x17.png", "recibo.zip", "PK\u0003\u0004 una carpeta", "image/png", "png")]
    [InlineData("baseline-31x17.jpg", "recibo.html", "<script>alert(1)</script>", "image/jpeg", "jpg")]
    [InlineData("lossy-31x17.webp", "recibo.php", "<?php echo 1;", "image/webp", "webp")]
    public async Task A_polyglot_is_the_image_that_it_starts_with(string sample, string name, string tail, string contentType, string extension)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile(name, [.. Samples.Read(sample), .. Encoding.Latin1.GetBytes(tail)]).WithFields();
        var (status, answer) = await app.PostAsync(form);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("extensión", (string?)answer["files_processed"]![0]!["validation"]!["warnings"]![0], StringComparison.Ordinal);
        var row = (await app.RowsAsync()).Single();
        Assert.Equal(contentType, row.ContentType);
        Assert.EndsWith("." + extension, row.StoredName, StringComparison.Ordinal);
        Assert.EndsWith("." + extension, row.ObjectKey, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../etc/passwd.png", "../../../etc/passwd.png")]
    [InlineData("..\\..\\windows\\system32.png", "..\\..\\windows\\system32.png")]
    [InlineData("/etc/cron.d/x.png", "/etc/cron.d/x.png")]
    [InlineData("re\u0001ci\u007Fbo\u0085.png", "recibo.png")]
    [InlineData("\u202Egnp.obicer\u2066.png", "gnp.obicer.png")]
    [InlineData("recibo\u200F.png", "recibo.png")]
    [InlineData("\u200E\u202E", "archivo")]
    public async Task A_hostile_file_name_is_shown_without_its_marks_and_names_no_path(string name, string shown)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile(name, TestImages.Unique()).WithFields();
        var (status, answer) = await app.PostAsync(form);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(shown, (string?)answer["files_processed"]![0]!["original_name"]);
        Assert.Equal("20250711-A--123456789@lid_Juan_14-30.png", (string?)answer["files_processed"]![0]!["stored_name"]);
        Assert.Matches("/images/[0-9a-f]{2}/[0-9a-f]{64}\\.png$", _folder.Images.Single());
    }

    [Fact]
    public async Task Seventeen_megabytes_are_413_and_named_with_their_size()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile("bien.png", TestImages.Unique())
            .WithFile("grande.png", TestImages.Png(100, 100, new byte[17 * 1024 * 1024])).WithFields();
        var (status, answer) = await app.PostAsync(form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal("FILE_TOO_LARGE_413", (string?)answer["error_code"]);
        Assert.Equal("El archivo 'grande.png' (17MB) excede el límite permitido", (string?)answer["details"]);
        Assert.Empty(await app.RowsAsync());
        Assert.Empty(_folder.Images);
    }

    [Fact]
    public async Task Fifty_one_files_are_refused_and_fifty_are_taken()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var many = Forms.Valid(51);
        var (status, answer) = await app.PostAsync(many);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Demasiados archivos: 51 (máximo 50)", (string?)answer["details"]!["field_errors"]!["files"]![0]);
        Assert.Empty(await app.RowsAsync());
        Assert.Equal(50, (await app.UploadAsync(50)).Length);
    }

    [Fact]
    public async Task Parts_without_end_are_not_counted_for_ever()
    {
        await using var app = await IngestApp.StartAsync(_folder, settings: ("MAX_FILES_PER_UPLOAD", "1"));
        var part = Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"y\"\r\n\r\nz\r\n");
        using var content = new ByteArrayContent([.. Enumerable.Repeat(part, 5000).SelectMany(bytes => bytes), .. "--b--\r\n"u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        var (status, answer) = await app.PostAsync(content);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Matches("^Demasiados archivos: [0-9]{3} ", (string?)answer["details"]!["field_errors"]!["files"]![0]);
    }

    private static byte[] Make(string kind) => kind switch
    {
        "empty" => [],
        "bomb" => TestImages.Png(30_000, 30_000, new byte[600_000]),
        "truncated jpeg" => Samples.Read("baseline-31x17.jpg")[..^20],
        "truncated png" => Samples.Read("plain-31x17.png")[..^20],
        "truncated webp" => Samples.Read("lossy-31x17.webp")[..^20],
        "gif" => Samples.Read("still-31x17.gif"),
        "animated webp" => Samples.Read("animated-31x17.webp"),
        "animated png" => Samples.Read("animated-31x17.png"),
        "gif polyglot" => Encoding.ASCII.GetBytes("GIF89a/*" + new string('x', 100) + "*/=1;alert(1)"),
        "pdf" => Encoding.ASCII.GetBytes("%PDF-1.7\n%" + new string('x', 100)),
        "html" => Encoding.ASCII.GetBytes("<html><script>alert(1)</script></html>"),
        "jpeg without a frame" => [0xFF, 0xD8, 0xFF, 0xD9],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
