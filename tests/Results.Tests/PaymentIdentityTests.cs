using Ocr.Contracts;
using Ocr.Results.Documents;
using Ocr.Results.Duplicates;

namespace Ocr.Results.Tests;

public sealed class PaymentIdentityTests
{
    private const string Bank = "pago:BANCO DE VENEZUELA|";
    private static readonly ExtractedField Blank = new() { Value = "" };

    [Theory]
    [InlineData("003039387344", Bank + "3039387344")] // zeros in front are printed by some screens only
    [InlineData("3039387344", Bank + "3039387344")]
    [InlineData("12345678", Bank + "12345678")]
    [InlineData("1234567", Bank + "1234567|2025-06-20|104.54")] // short numbers come again: with date and amount
    [InlineData("000012345", Bank + "12345|2025-06-20|104.54")]
    [InlineData("12345", Bank + "12345|2025-06-20|104.54")]
    [InlineData("1234", null)]
    [InlineData("00000000", null)]
    [InlineData("", null)]
    [InlineData("ab1-2cd3e4f", Bank + "AB12CD3E4F")]
    [InlineData("TRX00A41185234B", Bank + "TRX00A41185234B")]
    [InlineData("trx00a41185234b", Bank + "TRX00A41185234B")]
    public void A_reference_claims_by_its_digits(string reference, string? expected) =>
        Assert.Equal(expected, Key((FieldKeys.Referencia, Messages.Field(reference))));

    [Fact]
    public void A_short_reference_needs_date_and_amount()
    {
        var reference = (FieldKeys.Referencia, Messages.Field("12345"));
        Assert.NotNull(Key(reference));
        Assert.Null(Key(reference, (FieldKeys.FechaOperacion, Blank)));
        Assert.Null(Key(reference, (FieldKeys.Monto, Blank)));
        Assert.Null(Key(reference, (FieldKeys.Monto, new ExtractedField { Value = "1", Valid = false })));
    }

    [Fact]
    public void A_doubtful_reference_claims_nothing_but_is_compared()
    {
        foreach (var doubtful in new[] { Messages.Field("003039387344") with { Confidence = 0.49 }, Messages.Field("003039387344") with { Valid = false } })
        {
            Assert.Null(Key((FieldKeys.Referencia, doubtful)));
            Assert.Equal("003039387344", Identity([(FieldKeys.Referencia, doubtful)]).Payment?.Reference);
        }
    }

    [Fact]
    public void The_channel_of_a_wallet_counts_as_its_bank()
    {
        Assert.Equal("pago:Zelle|ABC123456", Key(
            (FieldKeys.BancoOrigen, Blank), (FieldKeys.CanalPago, Messages.Field("Zelle")), (FieldKeys.Referencia, Messages.Field("ABC123456"))));
        Assert.Null(Key((FieldKeys.BancoOrigen, Blank)));
    }

    [Fact]
    public void An_image_that_is_not_a_receipt_claims_its_image_only()
    {
        var message = Messages.Payment(1);
        var identity = Of(CompletedReceipt.Of(message with { Extraction = message.Extraction with { IsReceipt = false } }));
        Assert.True(PaymentIdentity.IsImage(Assert.Single(identity.Keys)));
        Assert.Null(identity.Payment);
    }

    [Fact]
    public void What_could_not_be_read_claims_nothing() => Assert.Empty(Of(CompletedReceipt.Of(Messages.Failed())).Keys);

    [Theory]
    [InlineData("0412****244", false, true, true)]
    [InlineData("04140000001", true, false, true)]
    [InlineData("0414000", false, false, false)]
    [InlineData("", false, false, false)]
    public void A_payment_is_compared_by_its_phone_when_that_was_read_or_is_masked(string phone, bool valid, bool masked, bool expected) =>
        Assert.Equal(expected ? phone : "", Identity([(FieldKeys.Telefono, new ExtractedField { Value = phone, Valid = valid, Masked = masked })]).Payment?.Phone);

    [Fact]
    public void A_payment_needs_an_amount_and_a_long_reference_or_a_date_with_a_person_to_be_compared()
    {
        (string, ExtractedField)[] nobody = [(FieldKeys.Telefono, Blank), (FieldKeys.Cedula, Blank)];
        (string, ExtractedField)[] noReference = [(FieldKeys.Referencia, Blank)];
        (string, ExtractedField)[] noDate = [(FieldKeys.FechaOperacion, Blank)];
        Assert.NotNull(Identity([.. nobody, .. noDate]).Payment);
        Assert.NotNull(Identity(noReference).Payment);
        Assert.NotNull(Identity([.. noReference, .. nobody, (FieldKeys.CuentaOrigen, Messages.Field("0102****7713"))]).Payment);
        Assert.Null(Identity([.. noReference, .. nobody]).Payment);
        Assert.Null(Identity([.. noReference, .. noDate]).Payment);
        Assert.Null(Identity([(FieldKeys.Monto, Blank)]).Payment);
    }

    private static string? Key(params (string, ExtractedField)[] fields) => Identity(fields).Keys.SingleOrDefault(key => !PaymentIdentity.IsImage(key));

    private static PaymentIdentity Identity((string, ExtractedField)[] fields) => Of(CompletedReceipt.Of(Messages.Payment(1, fields: fields)));

    private static PaymentIdentity Of(CompletedReceipt completed) => PaymentIdentity.Of(completed, RowWriter.Write(completed, Messages.Opened));
}
