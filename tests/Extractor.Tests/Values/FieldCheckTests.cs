using System.Text.Json.Nodes;
using Ocr.Contracts;
using Ocr.Testing;

namespace Ocr.Extractor.Tests.Values;

/// <summary>Values that people type are checked like values that are read.</summary>
public sealed class FieldCheckTests
{
    public static TheoryData<string> Receipts { get; } = [.. Truth().Select(receipt => receipt.Key)];

    [Theory, MemberData(nameof(Receipts))]
    public void Every_true_value_is_accepted_as_it_is(string receipt)
    {
        foreach (var (key, value) in Truth()[receipt]!["fields"]!.AsObject().Where(field => field.Value!.GetValue<string>().Length > 0))
        {
            var text = value!.GetValue<string>();
            var field = Shipped.Engine.Check(key, text);

            // A person cannot enter digits that the receipt masks.
            Assert.True(field.Valid || (key == FieldKeys.Telefono && text.Any(c => !char.IsAsciiDigit(c))), $"{key} '{text}': {field.Reason}");
            Assert.Equal(text, field.Value);
        }
    }

    [Theory]
    [InlineData(FieldKeys.Monto, "10.00 USDT", "10.00", "USDT")]
    [InlineData(FieldKeys.Monto, "$5", "5.00", "USD")]
    [InlineData(FieldKeys.Monto, "1.200", "1200.00", "BS")]
    public void A_typed_amount_has_its_currency(string key, string typed, string value, string currency)
    {
        var field = Shipped.Engine.Check(key, typed);

        Assert.Equal((true, value, currency), (field.Valid, field.Value, field.Currency));
    }

    [Theory]
    [InlineData(FieldKeys.Monto, "l00")]
    [InlineData(FieldKeys.Referencia, "1234 5678 y algo")]
    [InlineData(FieldKeys.FechaOperacion, "2025/13/01")]
    [InlineData(FieldKeys.Concepto, "dos\nlíneas")]
    [InlineData("no_existe", "1")]
    public void Another_value_is_refused_with_a_reason(string key, string typed)
    {
        var field = Shipped.Engine.Check(key, typed);

        Assert.False(field.Valid);
        Assert.NotNull(field.Reason);
    }

    [Fact]
    public void A_date_long_after_the_upload_is_refused() =>
        Assert.False(Shipped.Engine.Check(FieldKeys.FechaOperacion, "11/09/2025", new DateOnly(2025, 7, 11)).Valid);

    private static JsonObject Truth() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "assets", "receipts", "truth.json")))!.AsObject();
}
