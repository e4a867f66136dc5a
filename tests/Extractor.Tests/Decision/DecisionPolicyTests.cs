using Ocr.Contracts;

namespace Ocr.Extractor.Tests.Decision;

public sealed class DecisionPolicyTests
{
    [Fact]
    public void A_receipt_without_any_doubt_is_accepted_without_a_reason()
    {
        var decision = Shipped.Policy.Decide(Judged.Perfect);
        Assert.Equal((Verdicts.Accept, Verdicts.Reject, Verdicts.Review), (decision.Verdict, decision.WhenDuplicate, decision.WhenPossibleDuplicate));
        Assert.Empty(decision.Reasons);
        Assert.Equal(Shipped.Policy.Version, decision.PolicyVersion);
    }

    [Theory]
    [InlineData(PaymentStates.Pending, Verdicts.Review, "ESTADO_PENDIENTE")]
    [InlineData(PaymentStates.Scheduled, Verdicts.Review, "ESTADO_PROGRAMADO")]
    [InlineData(PaymentStates.Rejected, Verdicts.Reject, "ESTADO_RECHAZADO")]
    [InlineData(PaymentStates.Reversed, Verdicts.Reject, "ESTADO_REVERSADO")]
    [InlineData(PaymentStates.Voided, Verdicts.Reject, "ESTADO_ANULADO")]
    [InlineData(PaymentStates.Received, Verdicts.Review, "ESTADO_RECIBIDO")]
    [InlineData(PaymentStates.Requested, Verdicts.Reject, "ESTADO_SOLICITUD")]
    [InlineData(PaymentStates.Unknown, Verdicts.Review, "ESTADO_DESCONOCIDO")]
    [InlineData("a state of a later release", Verdicts.Review, "ESTADO_DESCONOCIDO")]
    public void A_payment_in_another_state_than_done_is_not_accepted(string state, string verdict, string code) =>
        AssertDecided(Judged.In(state), verdict, code);

    [Theory]
    [InlineData(PaymentStates.Done)]
    [InlineData(PaymentStates.Rejected)]
    public void A_state_of_low_confidence_is_reviewed(string state) => AssertDecided(Judged.In(state, 0.5), Verdicts.Review, "ESTADO_DUDOSO");

    [Theory]
    [InlineData(0.849, Verdicts.Review)]
    [InlineData(0.85, Verdicts.Accept)]
    public void A_state_needs_the_confidence_of_the_policy(double confidence, string verdict) =>
        Assert.Equal(verdict, Shipped.Policy.Decide(Judged.In(PaymentStates.Done, confidence)).Verdict);

    [Fact]
    public void A_message_of_a_release_without_states_is_reviewed() =>
        AssertDecided(Judged.Perfect with { Judgement = null }, Verdicts.Review, "ESTADO_DESCONOCIDO");

    [Fact]
    public void The_words_that_show_the_state_are_part_of_the_reason()
    {
        var receipt = Judged.Perfect with { Judgement = Judged.Perfect.Judgement! with { State = PaymentStates.Pending, StateText = "En proceso" } };
        Assert.Equal("El pago está pendiente («En proceso»).", Assert.Single(Shipped.Policy.Decide(receipt).Reasons).Text);
    }

    [Theory]
    [InlineData("CONVERSACION", Verdicts.Reject)]
    [InlineData("POCO_TEXTO", Verdicts.Review)]
    [InlineData("A_CODE_OF_A_LATER_RELEASE", Verdicts.Reject)]
    [InlineData(null, Verdicts.Reject)]
    public void An_image_that_is_not_a_receipt_is_not_accepted(string? code, string verdict) => AssertDecided(
        Judged.Perfect with { IsReceipt = false, Complete = false, Judgement = Judged.Perfect.Judgement! with { ReasonCode = code, Reason = "Parece otra cosa." } },
        verdict, "NO_ES_RECIBO");

    [Fact]
    public void An_image_of_two_receipts_is_reviewed() => AssertDecided(
        Judged.Perfect with { Judgement = Judged.Perfect.Judgement! with { ReceiptsInImage = 2 } }, Verdicts.Review, "VARIOS_RECIBOS");

    [Fact]
    public void A_missing_field_is_named()
    {
        var reason = AssertDecided(Judged.Perfect.Without(FieldKeys.Referencia), Verdicts.Review, "CAMPO_FALTANTE");
        Assert.Equal((FieldKeys.Referencia, "Falta la referencia."), (reason.Field, reason.Text));
    }

    [Theory]
    [InlineData(FieldKeys.Referencia, "CAMPO_FALTANTE")]
    [InlineData(FieldKeys.Cedula, null)] // not required by the policy
    public void A_field_that_the_policy_requires_is_missing_although_the_message_does_not_list_it(string key, string? code)
    {
        var receipt = Judged.Perfect with { Fields = Judged.Perfect.Fields.Where(field => field.Key != key).ToDictionary() };
        Assert.Equal(code, Shipped.Policy.Decide(receipt).Reasons.SingleOrDefault()?.Code);
    }

    [Fact]
    public void A_receipt_that_is_incomplete_for_another_reason_is_reviewed() =>
        AssertDecided(Judged.Perfect with { Complete = false }, Verdicts.Review, "INCOMPLETO");

    [Fact]
    public void An_invalid_value_is_reported_once_with_its_reason()
    {
        var receipt = Judged.Perfect.With(FieldKeys.Monto, field => field with { Valid = false, Reason = "No es un monto" }) with { Complete = false, MissingFields = [FieldKeys.Monto] };
        Assert.Equal("El monto no es un valor válido: no es un monto.", AssertDecided(receipt, Verdicts.Review, "CAMPO_INVALIDO").Text);
    }

    [Fact]
    public void A_masked_phone_is_all_that_the_receipt_shows() => Assert.Equal(
        Verdicts.Accept, Shipped.Policy.Decide(Judged.Perfect.With(FieldKeys.Telefono, field => field with { Valid = false, Masked = true })).Verdict);

    [Theory]
    [InlineData(FieldKeys.Referencia, 0.899, "CONFIANZA_BAJA")]
    [InlineData(FieldKeys.Referencia, 0.9, null)]
    [InlineData(FieldKeys.Telefono, 0.799, "CONFIANZA_BAJA")]
    [InlineData(FieldKeys.Concepto, 0.1, null)] // not a field of the policy
    public void A_confidence_is_compared_with_the_threshold_of_its_field(string key, double confidence, string? code)
    {
        var decision = Shipped.Policy.Decide(Judged.Perfect.With(key, field => field with { Confidence = confidence }));
        Assert.Equal(code, decision.Reasons.SingleOrDefault()?.Code);
        Assert.Equal(code is null ? Verdicts.Accept : Verdicts.Review, decision.Verdict);
    }

    [Fact]
    public void A_doubt_is_reviewed_and_a_note_is_when_the_policy_requires_it()
    {
        AssertDecided(Judged.Perfect.With(FieldKeys.Monto, field => field with { Warnings = ["No se ven los decimales: puede faltar la coma"] }), Verdicts.Review, "CAMPO_DUDOSO");
        AssertDecided(Judged.Perfect.With(FieldKeys.FechaOperacion, field => field with { Notes = ["La fecha es de hace más de 366 días"] }), Verdicts.Review, "CAMPO_CON_NOTA");
        Assert.Equal(Verdicts.Accept, Shipped.Policy.Decide(Judged.Perfect.With(FieldKeys.Cedula, field => field with { Notes = ["se supone V"], Confidence = 0.9 })).Verdict);
    }

    [Theory]
    [InlineData("BS", null)]
    [InlineData(null, null)]
    [InlineData("USD", "OTRA_MONEDA")]
    public void An_amount_in_another_currency_is_reviewed(string? currency, string? code) => Assert.Equal(
        code, Shipped.Policy.Decide(Judged.Perfect.With(FieldKeys.Monto, field => field with { Currency = currency })).Reasons.SingleOrDefault()?.Code);

    [Fact]
    public void Only_the_reasons_of_the_verdict_are_reported()
    {
        var receipt = Judged.In(PaymentStates.Rejected).Without(FieldKeys.Referencia).With(FieldKeys.Monto, field => field with { Confidence = 0.2 });
        AssertDecided(receipt, Verdicts.Reject, "ESTADO_RECHAZADO");
    }

    private static DecisionReason AssertDecided(ExtractedReceipt receipt, string verdict, string code)
    {
        var decision = Shipped.Policy.Decide(receipt);
        Assert.Equal(verdict, decision.Verdict);
        var reason = Assert.Single(decision.Reasons);
        Assert.Equal(code, reason.Code);
        Assert.EndsWith(".", reason.Text, StringComparison.Ordinal);
        return reason;
    }
}
