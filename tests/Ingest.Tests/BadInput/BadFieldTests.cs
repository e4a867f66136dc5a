using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ocr.Testing;

namespace Ocr.Ingest.Tests.BadInput;

/// <summary>Metadata that breaks a rule of §3.4: the field is named with its fix, and nothing is stored.</summary>
public sealed class BadFieldTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("numerosorteo", "AA", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "a", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "100", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "Ñ", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "A\n", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "٣", "Debe ser A-Z o 01-99")]
    [InlineData("fechasorteo", "2025071", "Debe ser formato YYYYMMDD")]
    [InlineData("fechasorteo", "2025-07-11", "Debe ser formato YYYYMMDD")]
    [InlineData("fechasorteo", "20250230", "La fecha no existe")]
    [InlineData("fechasorteo", "20251301", "La fecha no existe")]
    [InlineData("idWhatsapp", "123456@c.us", "Debe terminar en @lid")]
    [InlineData("idWhatsapp", "123456@LID", "Debe terminar en @lid")]
    [InlineData("idWhatsapp", "@lid", "Falta el identificador antes de @lid")]
    [InlineData("idWhatsapp", "12\u202E34@lid", "Debe tener como máximo 100 caracteres imprimibles")]
    [InlineData("idWhatsapp", "12\u000034@lid", "Debe tener como máximo 100 caracteres imprimibles")]
    [InlineData("nombre", "J", "Debe tener entre 2 y 50 caracteres")]
    [InlineData("nombre", "   ", "Debe tener entre 2 y 50 caracteres")]
    [InlineData("nombre", "123456789012345678901234567890123456789012345678901", "Debe tener entre 2 y 50 caracteres")]
    [InlineData("nombre", "Juan\u0000", "No puede tener caracteres de control")]
    [InlineData("nombre", "\u202Enauj", "No puede tener marcas que cambian la dirección del texto")]
    [InlineData("nombre", "Ju\u2067an", "No puede tener marcas que cambian la dirección del texto")]
    [InlineData("horamin", "14:30", "Debe ser formato HH-MM")]
    [InlineData("horamin", "4-30", "Debe ser formato HH-MM")]
    [InlineData("horamin", "24-00", "La hora no existe (00-00 a 23-59)")]
    [InlineData("horamin", "14-60", "La hora no existe (00-00 a 23-59)")]
    [InlineData("caption", "Hola\u0000", "No puede tener caracteres de control")]
    [InlineData("otro", "\u001B[31m", "No puede tener caracteres de control")]
    [InlineData("numerosorteo", null, "Campo requerido")]
    [InlineData("fechasorteo", null, "Campo requerido")]
    [InlineData("idWhatsapp", null, "Campo requerido")]
    [InlineData("nombre", null, "Campo requerido")]
    [InlineData("horamin", null, "Campo requerido")]
    public async Task A_field_that_breaks_its_rule_is_named_with_the_fix(string field, string? value, string error)
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile("recibo.png", TestImages.Unique()).WithFields(0, (field, value));
        Assert.Equal(error, (string?)(await RefusedAsync(app, form))["field_errors"]![field + "_0"]![0]);
    }

    [Fact]
    public async Task A_duplicate_field_is_named()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = Forms.Valid(1).WithFields();
        var errors = (await RefusedAsync(app, form))["field_errors"]!.AsObject();
        Assert.Equal(5, errors.Count);
        Assert.All(errors, field => Assert.Equal("Campo repetido", (string?)field.Value![0]));
    }

    [Fact]
    public async Task A_text_that_is_too_long_or_not_a_text_is_named()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = Forms.Valid(1);
        form.Add(new StringContent(new string('x', 2001)), "caption");
        form.Add(new ByteArrayContent(Encoding.Latin1.GetBytes("José")), "nombre_0");
        form.Add(new StringContent(new string('x', 20_000)), "otro");
        var errors = (await RefusedAsync(app, form))["field_errors"]!;
        Assert.Equal("Debe tener como máximo 2000 caracteres", (string?)errors["caption"]![0]);
        Assert.Equal("Debe ser texto en UTF-8", (string?)errors["nombre_0"]![0]);
        Assert.Equal("Debe ocupar como máximo 16384 bytes", (string?)errors["otro"]![0]);
    }

    [Fact]
    public async Task Fields_without_end_are_refused()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = Forms.Valid(1);
        for (var index = 0; index < 600; index++)
        {
            form.Add(new StringContent("x"), $"extra_{index}");
        }

        Assert.StartsWith("Demasiados campos", (string?)(await RefusedAsync(app, form))["field_errors"]!["formulario"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_with_line_breaks_and_names_of_every_alphabet_are_taken()
    {
        await using var app = await IngestApp.StartAsync(_folder);
        using var form = new MultipartFormDataContent().WithFile("recibo.png", TestImages.Unique())
            .WithFields(0, ("nombre", "مهدی\u200Cزاده 👩\u200D👧"), ("caption", "Hola\r\n\tpago de ayer\u200E"));
        using var response = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Hola\r\n\tpago de ayer\u200E", (await app.RowsAsync()).Single().Metadata.Caption);
    }

    private async Task<JsonNode> RefusedAsync(IngestApp app, HttpContent form)
    {
        using var response = await app.Client.PostAsync(new Uri("/api/upload", UriKind.Relative), form);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("VALIDATION_FAILED_400", (string?)answer["error_code"]);
        Assert.Empty(await app.RowsAsync());
        Assert.Empty(_folder.Images);
        return answer["details"]!;
    }
}
