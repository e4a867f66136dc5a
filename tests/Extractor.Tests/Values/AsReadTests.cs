namespace Ocr.Extractor.Tests.Values;

/// <summary>Text at the place of a value that does not parse: it is kept as read, for a person.</summary>
public sealed class AsReadTests
{
    [Theory]
    [InlineData("amount", "Total 12/34", "12/34", "El monto no se puede leer como número")]
    [InlineData("amount", "Total", null, null)]
    [InlineData("date", "el 01/07/2", "01/07/2", "La fecha no se puede leer")]
    [InlineData("date", "el martes", null, null)]
    [InlineData("phone", "Tel. 0212 0000001", "02120000001", "El prefijo o la longitud no son de un teléfono móvil venezolano")]
    [InlineData("phone", "12345", null, null)]
    [InlineData("phone", "123456", "123456", "El prefijo o la longitud no son de un teléfono móvil venezolano")]
    [InlineData("document", "V-1234", "V-1234", "La longitud no es la de un documento de identidad")]
    [InlineData("document", "J-00002961-0", null, null)]
    [InlineData("tax-number", "V-1234", null, null)]
    [InlineData("reference", "Ref 12*", "12*", "La referencia está incompleta")]
    [InlineData("reference", "nada", null, null)]
    [InlineData("bank", "Banco del Futuro", "Banco del Futuro", "El banco no está en la tabla de bancos")]
    [InlineData("bank", "Sol", "Sol", "El banco no está en la tabla de bancos")]
    [InlineData("bank", "Fu", null, null)]
    [InlineData("text", "nota", null, null)]
    public void Text_that_is_not_a_value_is_kept_as_read_with_its_problem(string grammar, string printed, string? value, string? problem)
    {
        var match = Shipped.Rules.Grammars[grammar].AsRead(Grammar.Line(printed));
        Assert.Equal((value, problem), (match?.Value, match?.Problem));
    }

    [Theory]
    [InlineData("amount", "Total 12/34 hoy", "12/34")]
    [InlineData("date", "el 01/07/2 hoy", "01/07/2")]
    [InlineData("phone", "Tel. 0212 0000001 hoy", "0212 0000001")]
    [InlineData("document", "Doc V-1234 hoy", "V-1234")]
    [InlineData("reference", "Ref 12* hoy", "12*")]
    public void Its_place_is_that_of_its_characters(string grammar, string printed, string covered)
    {
        var run = Grammar.Line(printed);
        var match = Shipped.Rules.Grammars[grammar].AsRead(run)!;
        Assert.Equal(covered, run.Text[match.Start..match.End].Trim());
    }

    [Fact]
    public void An_amount_that_cannot_be_read_has_the_form_of_an_amount() =>
        Assert.Equal("decimal", Shipped.Rules.Grammars["amount"].AsRead(Grammar.Line("12/34"))!.Format);
}
