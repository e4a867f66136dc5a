using Ocr.Contracts;

namespace Ocr.Extractor.Tests;

/// <summary>An amount in another currency is never paid as bolívares, wherever the currency is printed.</summary>
public sealed class StatedCurrencyTests
{
    [Theory]
    [InlineData("Monto (USD)", "10,00", "USD")]
    [InlineData("Monto USD:", "10,00", "USD")]
    [InlineData("Monto en dólares", "10,00", "USD")]
    [InlineData("Monto", "10,00 dólares", "USD")]
    [InlineData("Monto", "U$S 10,00", "USD")]
    [InlineData("Monto", "EUR 10,00", "EUR")]
    [InlineData("Monto", "10,00 EUR", "EUR")]
    [InlineData("Monto", "€10,00", "EUR")]
    [InlineData("Monto en euros", "10,00", "EUR")]
    [InlineData("Monto", "COP 50.000,00", "COP")]
    public void The_currency_of_the_amount_or_of_its_label_counts(string label, string value, string currency) =>
        AssertReviewed(currency, PaymentScreen.Read("Monto", value, newLabel: label));

    [Theory]
    [InlineData("Moneda", "USD", "USD")]
    [InlineData("Moneda", "Dólares", "USD")]
    [InlineData("Divisa:", "EUR", "EUR")]
    [InlineData("Tipo de moneda", "USD", "USD")]
    public void A_label_of_the_currency_counts(string label, string value, string currency) =>
        AssertReviewed(currency, PaymentScreen.Read("Monto", "10,00", extra: (label, value)));

    [Theory]
    [InlineData("Monto (Bs.)", "10,00", "Tasa USD", "401,43")]
    [InlineData("Monto en bolívares", "10,00", "Moneda", "Bolívares")]
    [InlineData("Monto", "Bs. 10,00", "Moneda", "USD")]
    [InlineData("Monto", "10,00", "Moneda", "VES")]
    public void An_amount_in_bolivares_stays_one(string label, string value, string otherLabel, string other)
    {
        var read = PaymentScreen.Read("Monto", value, newLabel: label, extra: (otherLabel, other));
        Assert.Equal("BS", read.Fields[FieldKeys.Monto].Currency);
        Assert.Equal(Verdicts.Accept, read.Decision!.Verdict);
    }

    private static void AssertReviewed(string currency, ExtractedReceipt read)
    {
        Assert.Equal(currency, read.Fields[FieldKeys.Monto].Currency);
        Assert.Equal(Verdicts.Review, read.Decision!.Verdict);
    }
}
