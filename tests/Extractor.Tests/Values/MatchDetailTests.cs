namespace Ocr.Extractor.Tests.Values;

/// <summary>The quality of a value and its doubt: decisions depend on both.</summary>
public sealed class MatchDetailTests
{
    [Theory]
    [InlineData("1.234,56", 1, null)]
    [InlineData("1,234.56", 1, null)]
    [InlineData("10454 Bs", 0.4, "No se ven los decimales: puede faltar la coma")]
    [InlineData("1.234 Bs", 0.8, "No se ven los decimales")]
    [InlineData("1900.0", 0.5, "Se ve un solo decimal: puede faltar el otro")]
    [InlineData("01.234,56", 0.4, "Empieza por cero: puede faltar un dígito")]
    [InlineData("0,56", 1, null)]
    [InlineData("1.234.56", 0.65, "Los puntos y las comas no están donde suelen")]
    [InlineData("12.34,56", 0.65, "Los puntos y las comas no están donde suelen")]
    [InlineData("1234.567,89", 0.65, "Los puntos y las comas no están donde suelen")]
    [InlineData("16.22300", 0.5, "No se ve la coma de los decimales")]
    [InlineData("1.234 ,56", 0.75, null)]
    [InlineData("12 345,67", 0.75, "Hay un espacio entre las cifras del monto")]
    [InlineData("01 345,67", 0.3, "Empieza por cero: puede faltar un dígito")]
    [InlineData("1.234,56 78", 0.7, "Hay más cifras junto al monto: puede ser una parte")]
    [InlineData("1.234,56 0", 0.7, "Hay más cifras junto al monto: puede ser una parte")]
    [InlineData("1.234,56 9", 0.7, "Hay más cifras junto al monto: puede ser una parte")]
    [InlineData("10 1.234,56", 0.7, "Hay más cifras junto al monto: puede ser una parte")]
    [InlineData("19 1.234,56", 0.7, "Hay más cifras junto al monto: puede ser una parte")]
    [InlineData("Total 1.234,56", 1, null)]
    [InlineData("Fact. 1.234,56", 1, null)]
    [InlineData("1.234,56 Bs 3", 1, null)]
    [InlineData("$ 30,00 Bs. 7.046,10", 1, null)]
    [InlineData("$30.00 Bs 7.046,10", 1, null)]
    [InlineData("Monto: 1.234,56", 1, null)]
    [InlineData("1.234,56 hoy", 1, null)]
    public void An_amount_that_can_be_misread_has_a_lower_quality_and_a_doubt(string printed, double quality, string? doubt)
    {
        var match = Grammar.Match("amount", printed)!;
        Assert.Equal((quality, doubt), (Math.Round(match.Quality, 4), match.Doubt));
    }

    [Theory]
    [InlineData("date", "01/07/2025", 1, null)]
    [InlineData("date", "14/02/2025", 1, null)]
    [InlineData("date", "4/2/2025", 1, null)]
    [InlineData("date", "4/02/2025", 0.7, "El día tiene un solo dígito y el mes dos")]
    [InlineData("date", "4/12/2025", 1, null)]
    [InlineData("date-us", "02/4/2025", 1, null)]
    [InlineData("phone", "0412-0000001", 1, null)]
    [InlineData("phone", "0412000/001", 0.5, "Una barra se tomó por un 7")]
    [InlineData("document", "V-12345678", 1, null)]
    [InlineData("document", "12345678", 0.9, null)]
    [InlineData("document", "V-1/345678", 0.5, "Una barra se tomó por un 7")]
    [InlineData("document", "1/345678", 0.45, "Una barra se tomó por un 7")]
    [InlineData("time", "09:01:44 PM", 1, null)]
    [InlineData("time", "09 01 44 PM", 0.6, null)]
    [InlineData("reference", "000000000001", 1, null)]
    [InlineData("reference", "00000 0000001", 0.8, null)]
    [InlineData("reference", "TRX00A41185234B", 0.95, null)]
    [InlineData("name", "ROSA MEDINA", 0.9, null)]
    [InlineData("bank", "0134 - BANESCO", 1, null)]
    [InlineData("bank", "0134 - BANCO MERCANTIL", 0.8, "El código y el nombre del banco no coinciden")]
    public void A_value_that_can_be_misread_has_a_lower_quality_and_a_doubt(string grammar, string printed, double quality, string? doubt)
    {
        var match = Grammar.Match(grammar, printed)!;
        Assert.Equal((quality, doubt, null), (Math.Round(match.Quality, 4), match.Doubt, match.Problem));
    }

    [Theory]
    [InlineData("date", "35/07/2025", "La fecha no existe en el calendario")]
    [InlineData("date", "30/02/2025", "La fecha no existe en el calendario")]
    [InlineData("time", "10:60", "La hora no existe")]
    [InlineData("time", "24:00", "La hora no existe")]
    [InlineData("time", "10:06:60", "La hora no existe")]
    [InlineData("time", "00:10 am", "La hora no existe")]
    public void An_impossible_value_has_a_low_quality_and_a_problem(string grammar, string printed, string problem)
    {
        var match = Grammar.Match(grammar, printed)!;
        Assert.Equal((printed, 0.3, problem), (match.Value, match.Quality, match.Problem));
    }

    [Theory]
    [InlineData("time", "10:59", "10:59", "HH:MM")]
    [InlineData("time", "23:59:59", "23:59:59", "HH:MM:SS")]
    [InlineData("time", "00:10", "00:10", "HH:MM")]
    [InlineData("time", "13:10 pm", "13:10", "HH:MM")]
    [InlineData("time", "12:00 p.m.", "12:00", "HH:MM")]
    [InlineData("date", "1/7/25", "2025-07-01", "dd/mm/yyyy")]
    [InlineData("phone", "+58 412 0000001", "584120000001", "venezolano")]
    [InlineData("document", "v 12.345.678", "V12345678", "venezolana")]
    [InlineData("document", "J-12345678-9", "J12345678-9", "venezolana")]
    public void A_value_has_the_form_of_its_grammar(string grammar, string printed, string value, string format)
    {
        var match = Grammar.Match(grammar, printed)!;
        Assert.Equal((value, format), (match.Value, match.Format));
    }

    [Theory]
    [InlineData("phone", "584140000001", "0414", 11)]
    [InlineData("phone", "0416-0000001", "0416", 11)]
    [InlineData("phone", "0412****001", "0412", null)]
    [InlineData("document", "E-82345678", "E-", 8)]
    [InlineData("document", "123456", "V-", 6)]
    [InlineData("document", "J-12345678-9", "J-", 8)]
    [InlineData("reference", "00000 0000001", null, 12)]
    [InlineData("reference", "000000001I", null, 9)]
    [InlineData("alphanumeric", "A1B2C", null, 5)]
    [InlineData("account", "0102****0000", "0102", null)]
    [InlineData("account", "1102****0000", null, null)]
    [InlineData("bank", "BANCO MERCANTIL", "0105", null)]
    public void A_value_has_its_prefix_and_length(string grammar, string printed, string? prefix, int? length)
    {
        var match = Grammar.Match(grammar, printed)!;
        Assert.Equal((prefix, length), (match.Prefix, match.Length));
    }

    [Theory]
    [InlineData("amount", "Pago de Bs. 12,50 hoy", "Bs. 12,50")]
    [InlineData("date", "el 01/07/2025 a las 10:00", "01/07/2025")]
    [InlineData("time", "el 01/07/2025 a las 10:00 am", "10:00 am")]
    [InlineData("phone", "Tel 0412-0000001 ROSA", "0412-0000001")]
    [InlineData("phone", "Tel 0412-***0001 ROSA", "0412-***0001")]
    [InlineData("document", "ROSA V-12345678 GIL", "V-12345678")]
    [InlineData("reference", "Nro 000000000001 D", "000000000001")]
    [InlineData("reference", "Codigo TRX00A41185234B ya", "TRX00A41185234B")]
    [InlineData("alphanumeric", "Codigo A1B2C3 ya", "A1B2C3")]
    [InlineData("account", "Cta. 0102****0000 BDV", "0102****0000")]
    [InlineData("name", "V-12345678 ROSA MEDINA 0412", "ROSA MEDINA")]
    [InlineData("text", "- cuota 3,", "cuota 3")]
    [InlineData("bank", "Pago 0105 - BANCO MERCANTIL hoy", "0105 - BANCO MERCANTIL")]
    [InlineData("bank", "Pago BANCO MERCANTIL S hoy", "BANCO MERCANTIL")]
    [InlineData("bank", "BANCO MERCANTIL S", "BANCO MERCANTIL")]
    public void The_place_of_a_value_is_that_of_its_characters(string grammar, string printed, string covered)
    {
        var (run, match) = (Grammar.Line(printed), Grammar.Match(grammar, printed)!);
        Assert.Equal(covered, run.Text[match.Start..match.End].Trim());
    }
}
