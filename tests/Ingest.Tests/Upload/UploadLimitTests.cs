using System.IO.Pipelines;
using System.Text;
using Ocr.Ingest.Upload;

namespace Ocr.Ingest.Tests.Upload;

/// <summary>Lengths at their limits, and the sentences of the errors.</summary>
public sealed class UploadLimitTests
{
    [Theory]
    [InlineData("idWhatsapp", 100, null)]
    [InlineData("idWhatsapp", 101, "Debe tener como máximo 100 caracteres imprimibles")]
    [InlineData("nombre", 1, "Debe tener entre 2 y 50 caracteres")]
    [InlineData("nombre", 2, null)]
    [InlineData("nombre", 50, null)]
    [InlineData("nombre", 51, "Debe tener entre 2 y 50 caracteres")]
    [InlineData("caption", 0, null)]
    [InlineData("caption", 2000, null)]
    [InlineData("caption", 2001, "Debe tener como máximo 2000 caracteres")]
    [InlineData("otro", 2001, "Debe tener como máximo 2000 caracteres")]
    public void A_text_has_a_length(string field, int length, string? error) => Assert.Equal(
        error, MetadataRules.Check(field, field == "idWhatsapp" ? new string('1', length - "@lid".Length) + "@lid" : new string('x', length)));

    [Fact]
    public void A_sender_of_blanks_is_missing() => Assert.Equal("Falta el identificador antes de @lid", MetadataRules.Check("idWhatsapp", "  @lid"));

    [Fact]
    public void Another_field_has_no_rule() => Assert.Equal("field", Assert.Throws<ArgumentOutOfRangeException>(() => MetadataRules.Check("monto", "1")).ParamName);

    [Theory]
    [InlineData("recibo.png", "recibo.png")]
    [InlineData("a\u202Eb\u0000c.png", "abc.png")]
    [InlineData("\u202E\u0007", "archivo")]
    [InlineData("", "")]
    public void A_file_name_is_shown_without_invisible_characters(string name, string shown) => Assert.Equal(shown, ClientNames.Printable(name));

    [Fact]
    public void A_long_file_name_is_cut() => Assert.Equal(new string('x', 200), ClientNames.Printable(new string('x', 201)));

    [Theory]
    [InlineData("--abc\r\n", "abc")]
    [InlineData("--(a')+_,-./:=?Z9\r\nmore", "(a')+_,-./:=?Z9")]
    [InlineData("--\r\n", null)]
    [InlineData("-abc\r\n", null)]
    [InlineData("abc--\r\n", null)]
    [InlineData("--a c\r\n", null)]
    [InlineData("--abc", null)]
    [InlineData("\r\n--abc\r\n", null)]
    public async Task The_boundary_is_the_first_line_of_the_body(string body, string? boundary) => Assert.Equal(boundary, await BoundaryAsync(body));

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task A_boundary_has_a_length(int length, bool found) =>
        Assert.Equal(found ? new string('a', length) : null, await BoundaryAsync($"--{new string('a', length)}\r\n"));

    [Fact]
    public async Task Finding_the_boundary_consumes_nothing()
    {
        var body = PipeReader.Create(new MemoryStream("--abc\r\n"u8.ToArray()));
        await BodyBoundary.FindAsync(body, CancellationToken.None);
        Assert.Equal("--abc\r\n", Encoding.ASCII.GetString((await body.ReadAsync()).Buffer.FirstSpan));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=abc", "abc")]
    [InlineData("Multipart/Form-Data; boundary=\"a b\"", "a b")]
    [InlineData("multipart/form-data; boundary=\"\"", null)]
    [InlineData("multipart/form-data", null)]
    [InlineData("multipart/mixed; boundary=abc", null)]
    [InlineData("undefined", null)]
    [InlineData(null, null)]
    public void The_boundary_of_the_header_is_taken_from_a_form_only(string? contentType, string? boundary) =>
        Assert.Equal(boundary, MultipartForm.Boundary(contentType));

    [Fact]
    public void An_error_names_every_file_over_the_limit_with_its_size()
    {
        var error = UploadErrors.TooLarge([("uno.png", 17 * 1024 * 1024), ("dos.png", (16 * 1024 * 1024) + (512 * 1024))], 16 * 1024 * 1024).Error;
        Assert.Equal((413, "FILE_TOO_LARGE_413", "Archivo demasiado grande (máximo 16MB)"), (error.StatusCode, error.Code, error.Mensaje));
        Assert.Equal("El archivo 'uno.png' (17MB) excede el límite permitido; El archivo 'dos.png' (16.5MB) excede el límite permitido", error.Details);
        Assert.Equal("Comprima la imagen o use una resolución menor", error.Help);
        Assert.Equal("La solicitud excede el límite permitido", UploadErrors.TooLarge([], 1024).Error.Details);
        Assert.Equal("Archivo demasiado grande (16.5 MB)", UploadErrors.OverLimit((16 * 1024 * 1024) + (512 * 1024)));
    }

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(1.001, 2)]
    public void An_error_of_the_budget_gives_whole_seconds_to_wait(double wait, int seconds)
    {
        var error = UploadErrors.OverBudget(20, 9, TimeSpan.FromSeconds(wait)).Error;
        Assert.Equal(seconds, error.RetryAfter);
        Assert.Equal(
            "Límite: 20 unidades de lectura por minuto (un recibo normal es 1; una imagen de muchos píxeles es más). Esta carga es de 9. Vuelva a intentar en "
            + $"{seconds} s",
            error.Details);
    }

    [Fact]
    public void The_same_error_of_a_field_is_reported_once()
    {
        using var form = new UploadForm();
        form.AddField("nombre", "Ana"u8);
        form.AddField("nombre", "Eva"u8);
        form.AddField("nombre", "Luz"u8);
        form.AddField(new string('n', 101), new byte[UploadForm.MaxFieldBytes + 1]);
        form.AddField("caption", new byte[UploadForm.MaxFieldBytes]);
        var details = Assert.IsType<Ocr.ServiceDefaults.Errors.ValidationDetails>(form.Errors.ToException().Error.Details);
        Assert.Equal(["Campo repetido"], details.FieldErrors["nombre"]);
        Assert.Equal([$"Debe ocupar como máximo {16 * 1024} bytes"], details.FieldErrors[new string('n', 100)]);
        Assert.Equal(2, details.FieldErrors.Count);
        Assert.Equal("Ana", form.Fields["nombre"]);
    }

    private static Task<string?> BoundaryAsync(string body) =>
        BodyBoundary.FindAsync(PipeReader.Create(new MemoryStream(Encoding.ASCII.GetBytes(body))), CancellationToken.None);
}
