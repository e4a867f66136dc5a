using Ocr.Extractor.Values;

namespace Ocr.Extractor.Tests.Values;

/// <summary>The checks of the rule file, at their bounds.</summary>
public sealed class ValidatorTests
{
    private static readonly DateOnly Arrived = new(2025, 7, 11);

    [Theory]
    [InlineData("", 3, 5, "Tiene menos de 3 caracteres")]
    [InlineData("12", 3, 5, "Tiene menos de 3 caracteres")]
    [InlineData("123", 3, 5, null)]
    [InlineData("12345", 3, 5, null)]
    [InlineData("123456", 3, 5, "Tiene más de 5 caracteres")]
    [InlineData("", null, null, null)]
    [InlineData("1234567890", null, null, null)]
    public void A_length_has_bounds(string value, int? min, int? max, string? error) => Assert.Equal(error, Check("length", value, min, max));

    [Theory]
    [InlineData("9.99", 10, 20, "El monto no está entre 10 y 20")]
    [InlineData("10.00", 10, 20, null)]
    [InlineData("20.00", 10, 20, null)]
    [InlineData("20.01", 10, 20, "El monto no está entre 10 y 20")]
    [InlineData("0.00", null, null, null)]
    [InlineData("99999999.99", null, null, null)]
    [InlineData("1,00", 0, 20, "No es un monto")]
    [InlineData("-1.00", 0, 20, "No es un monto")]
    public void An_amount_has_bounds(string value, int? min, int? max, string? error) => Assert.Equal(error, Check("amount", value, min, max));

    [Theory]
    [InlineData("31/12/2019", 2020, 2030, "El año no está entre 2020 y 2030")]
    [InlineData("01/01/2020", 2020, 2030, null)]
    [InlineData("31/12/2030", 2020, 2030, null)]
    [InlineData("01/01/2031", 2020, 2030, "El año no está entre 2020 y 2030")]
    [InlineData("01/01/0001", null, null, null)]
    [InlineData("31/12/9999", null, null, null)]
    [InlineData("30/02/2025", 2020, 2030, "No es una fecha")]
    [InlineData("2025-07-11", 2020, 2030, "No es una fecha")]
    public void A_date_has_a_range_of_years(string value, int? min, int? max, string? error) => Assert.Equal(error, Check("date", value, min, max));

    [Theory]
    [InlineData("11/07/2025", null)]
    [InlineData("12/07/2025", null)]
    [InlineData("13/07/2025", "La fecha está en el futuro")]
    public void A_date_may_be_some_days_after_the_upload(string value, string? error)
    {
        var rule = new ValidatorRule { Name = "date", MaxAheadDays = 1 };
        Assert.Equal(error, Validators.ByName["date"](value, rule, Arrived));
        Assert.Null(Validators.ByName["date"](value, rule, null));
    }

    [Theory]
    [InlineData("11/06/2025", null)]
    [InlineData("10/06/2025", "La fecha es de hace más de 30 días")]
    [InlineData("no es fecha", null)]
    public void A_date_long_before_the_upload_has_a_note(string value, string? note)
    {
        Assert.Equal(note, Validators.Note(value, new ValidatorRule { Name = "date", MaxAgeDays = 30 }, Arrived));
        Assert.Null(Validators.Note(value, new ValidatorRule { Name = "date", MaxAgeDays = 30 }, null));
        Assert.Null(Validators.Note(value, new ValidatorRule { Name = "date" }, Arrived));
    }

    [Theory]
    [InlineData("04120000001", null)]
    [InlineData("04220000001", null)]
    [InlineData("04140000001", null)]
    [InlineData("04240000001", null)]
    [InlineData("04160000001", null)]
    [InlineData("04260000001", null)]
    [InlineData("04130000001", "El prefijo no es de un operador móvil venezolano")]
    [InlineData("0412000000", "No tiene 11 dígitos")]
    [InlineData("041200000011", "No tiene 11 dígitos")]
    [InlineData("0412000000a", "No tiene 11 dígitos")]
    public void A_phone_has_eleven_digits_and_the_prefix_of_an_operator(string value, string? error) => Assert.Equal(error, Check("phone", value));

    [Theory]
    [InlineData("V-123456", 6, 9, null)]
    [InlineData("V-12345", 6, 9, "No tiene entre 6 y 9 dígitos")]
    [InlineData("V-123456789", 6, 9, null)]
    [InlineData("V-1234567890", 6, 9, "No tiene entre 6 y 9 dígitos")]
    [InlineData("J-12345678-9", 6, 9, null)]
    [InlineData("V-123456", null, null, null)]
    [InlineData("V-1234567890", null, null, null)]
    [InlineData("V-12345678901", null, null, "No tiene entre 6 y 10 dígitos")]
    [InlineData("V-12345", null, null, "No tiene entre 6 y 10 dígitos")]
    [InlineData("v-123456", 6, 9, "No tiene la forma letra-número")]
    [InlineData("1-123456", 6, 9, "No tiene la forma letra-número")]
    [InlineData("V123456", 6, 9, "No tiene la forma letra-número")]
    [InlineData("V-", 0, 9, "No tiene la forma letra-número")]
    [InlineData("V-1", 1, 9, null)]
    public void A_document_has_a_letter_and_bounds_of_digits(string value, int? min, int? max, string? error) =>
        Assert.Equal(error, Check("document", value, min, max));

    [Fact]
    public void Any_value_is_valid_without_a_check() => Assert.Null(Check("any", ""));

    [Theory]
    [InlineData("amount", "two-decimals")]
    [InlineData("date", "day-month-year")]
    [InlineData("phone", "national-phone")]
    [InlineData("document", "document,tax-number")]
    [InlineData("length", null)]
    public void A_check_needs_the_form_that_it_reads(string check, string? normalizers) =>
        Assert.Equal(normalizers?.Split(','), Validators.Forms.GetValueOrDefault(check));

    [Theory]
    [InlineData("as-read", "text", " a\nb ", " a\nb ")]
    [InlineData("one-line", "text", " a\nb ", "a b")]
    [InlineData("no-blanks", "reference", "00 01\n2", "00012")]
    [InlineData("two-decimals", "amount", "12.5", "12.50")]
    [InlineData("day-month-year", "date", "2025-07-01", "01/07/2025")]
    [InlineData("day-month-year", "date-us", "2025-07-01", "01/07/2025")]
    [InlineData("national-phone", "phone", "584120000001", "04120000001")]
    [InlineData("document", "document", "J12345678-9", "J-123456789")]
    [InlineData("document", "document", "V12345678-9", "V-12345678")]
    [InlineData("document", "document", "G20000000-1", "G-200000001")]
    [InlineData("document", "document", "C20000000-1", "C-200000001")]
    [InlineData("document", "document", "P20000000-1", "P-200000001")]
    [InlineData("tax-number", "tax-number", "J123456789", "J-12345678-9")]
    [InlineData("tax-number", "tax-number", "J12345678", "J-12345678")]
    [InlineData("tax-number", "tax-number", "V12345678-3", "V-12345678-3")]
    public void A_normalizer_gives_the_documented_form(string name, string grammar, string value, string expected)
    {
        var normalizer = Normalizers.ByName[name];
        Assert.True(normalizer.Understands(grammar));
        Assert.Equal(expected, normalizer.Apply(value));
    }

    [Theory]
    [InlineData("two-decimals", "date")]
    [InlineData("day-month-year", "time")]
    [InlineData("national-phone", "reference")]
    [InlineData("document", "tax-number")]
    [InlineData("tax-number", "document")]
    public void A_normalizer_does_not_take_other_values(string name, string grammar) => Assert.False(Normalizers.ByName[name].Understands(grammar));

    private static string? Check(string check, string value, decimal? min = null, decimal? max = null) =>
        Validators.ByName[check](value, new ValidatorRule { Name = check, Min = min, Max = max }, null);
}
