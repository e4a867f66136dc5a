using Ocr.Ingest.Upload;

namespace Ocr.Ingest.Tests.Upload;

public sealed class MetadataRulesTests
{
    [Theory]
    [InlineData("numerosorteo", "A", null)]
    [InlineData("numerosorteo", "Z", null)]
    [InlineData("numerosorteo", "1", null)]
    [InlineData("numerosorteo", "99", null)]
    [InlineData("numerosorteo", "a", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "AA", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "100", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "A\n", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "Ñ", "Debe ser A-Z o 01-99")]
    [InlineData("numerosorteo", "٣", "Debe ser A-Z o 01-99")]
    [InlineData("fechasorteo", "20250711", null)]
    [InlineData("fechasorteo", "20240229", null)]
    [InlineData("fechasorteo", "20250229", "La fecha no existe")]
    [InlineData("fechasorteo", "20251301", "La fecha no existe")]
    [InlineData("fechasorteo", "00000000", "La fecha no existe")]
    [InlineData("fechasorteo", "2025-07-11", "Debe ser formato YYYYMMDD")]
    [InlineData("fechasorteo", "2025071", "Debe ser formato YYYYMMDD")]
    [InlineData("fechasorteo", "20250711\n", "Debe ser formato YYYYMMDD")]
    [InlineData("fechasorteo", "120250711", "Debe ser formato YYYYMMDD")]
    [InlineData("fechasorteo", "", "Debe ser formato YYYYMMDD")]
    public void Draw_and_date_have_their_rules(string field, string value, string? error) =>
        Assert.Equal(error, MetadataRules.Check(field, value));

    [Theory]
    [InlineData("idWhatsapp", "123456@lid", null)]
    [InlineData("idWhatsapp", "x@lid", null)]
    [InlineData("idWhatsapp", "123456@LID", "Debe terminar en @lid")]
    [InlineData("idWhatsapp", "123456@lid ", "Debe terminar en @lid")]
    [InlineData("idWhatsapp", "123456@lid\n", "Debe terminar en @lid")]
    [InlineData("idWhatsapp", "@lid", "Falta el identificador antes de @lid")]
    [InlineData("idWhatsapp", "12\u202E3456@lid", "Debe tener como máximo 100 caracteres imprimibles")]
    [InlineData("idWhatsapp", "12\u00003456@lid", "Debe tener como máximo 100 caracteres imprimibles")]
    [InlineData("nombre", "Jo", null)]
    [InlineData("nombre", "María José Ñáñez", null)]
    [InlineData("nombre", "J", "Debe tener entre 2 y 50 caracteres")]
    [InlineData("nombre", "   ", "Debe tener entre 2 y 50 caracteres")]
    [InlineData("nombre", "123456789012345678901234567890123456789012345678901", "Debe tener entre 2 y 50 caracteres")]
    [InlineData("nombre", "Juan\r\nPérez", "No puede tener caracteres de control")]
    [InlineData("nombre", "\u202Enauj", "No puede tener marcas que cambian la dirección del texto")]
    [InlineData("nombre", "مهدی\u200Cزاده", null)]
    [InlineData("nombre", " J ", "Debe tener entre 2 y 50 caracteres")]
    [InlineData("horamin", "00-00", null)]
    [InlineData("horamin", "23-59", null)]
    [InlineData("horamin", "24-00", "La hora no existe (00-00 a 23-59)")]
    [InlineData("horamin", "14-60", "La hora no existe (00-00 a 23-59)")]
    [InlineData("horamin", "14:30", "Debe ser formato HH-MM")]
    [InlineData("horamin", "9-30", "Debe ser formato HH-MM")]
    [InlineData("horamin", "109-30", "Debe ser formato HH-MM")]
    [InlineData("horamin", "09-30\n", "Debe ser formato HH-MM")]
    [InlineData("caption", "Hola\r\n\tpago", null)]
    [InlineData("caption", "Hola\u0000", "No puede tener caracteres de control")]
    [InlineData("otro", "Hola\u0085", "No puede tener caracteres de control")]
    public void Sender_name_and_time_have_their_rules(string field, string value, string? error) =>
        Assert.Equal(error, MetadataRules.Check(field, value));

    [Theory]
    [InlineData("1234567@lid", true)]
    [InlineData("12345678@lid", false)]
    public void A_short_sender_is_odd_but_not_wrong(string sender, bool warns) =>
        Assert.Equal(warns, MetadataRules.Warn(sender) is not null);
}
