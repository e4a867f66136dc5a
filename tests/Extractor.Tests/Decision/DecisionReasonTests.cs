using Ocr.Contracts;

namespace Ocr.Extractor.Tests.Decision;

/// <summary>The sentences that an operator reads, and their codes.</summary>
public sealed class DecisionReasonTests
{
    [Theory]
    [InlineData(PaymentStates.Pending, "El pago está pendiente.")]
    [InlineData(PaymentStates.Scheduled, "El pago está programado para después.")]
    [InlineData(PaymentStates.Rejected, "El pago fue rechazado.")]
    [InlineData(PaymentStates.Reversed, "El pago fue reversado.")]
    [InlineData(PaymentStates.Voided, "El pago fue anulado.")]
    [InlineData(PaymentStates.Received, "Es el aviso de un pago recibido, no el comprobante de quien paga.")]
    [InlineData(PaymentStates.Requested, "Es una solicitud o una confirmación de datos, no un pago.")]
    [InlineData(PaymentStates.Unknown, "No se ve si el pago se realizó.")]
    public void A_state_is_explained(string state, string text) => Assert.Equal(text, Only(Judged.In(state)).Text);

    [Theory]
    [InlineData("Operación exitosa", "El pago está realizado («Operación exitosa»), pero no se lee con seguridad.")]
    [InlineData(" ", "El pago está realizado, pero no se lee con seguridad.")]
    [InlineData(null, "El pago está realizado, pero no se lee con seguridad.")]
    public void A_state_of_low_confidence_is_explained_with_its_words(string? printed, string text)
    {
        var judgement = Judged.Perfect.Judgement! with { StateText = printed, StateConfidence = 0.1 };
        Assert.Equal(("ESTADO_DUDOSO", text), Code(Only(Judged.Perfect with { Judgement = judgement })));
    }

    [Theory]
    [InlineData(FieldKeys.Monto, "el monto")]
    [InlineData(FieldKeys.Referencia, "la referencia")]
    [InlineData(FieldKeys.Telefono, "el teléfono del beneficiario")]
    [InlineData(FieldKeys.Cedula, "el documento del beneficiario")]
    [InlineData(FieldKeys.BancoOrigen, "el banco de origen")]
    [InlineData(FieldKeys.BancoDestino, "el banco de destino")]
    [InlineData(FieldKeys.Concepto, "el concepto")]
    [InlineData(FieldKeys.FechaOperacion, "la fecha")]
    [InlineData(FieldKeys.TipoTransaccion, "el tipo de transacción")]
    [InlineData(FieldKeys.HoraOperacion, "la hora")]
    [InlineData(FieldKeys.NumeroOperacion, "el número de operación")]
    [InlineData(FieldKeys.CuentaOrigen, "la cuenta de origen")]
    [InlineData(FieldKeys.CuentaDestino, "la cuenta de destino")]
    [InlineData(FieldKeys.IdentificadorFiscal, "el RIF del beneficiario")]
    [InlineData(FieldKeys.ComprobantePago, "el número de comprobante")]
    [InlineData(FieldKeys.CanalPago, "el canal de pago")]
    public void Every_field_has_a_name(string key, string name)
    {
        var reason = Only(Judged.Perfect.Without(key));
        Assert.Equal(("CAMPO_FALTANTE", $"Falta {name}.", key), (reason.Code, reason.Text, reason.Field));
    }

    [Theory]
    [InlineData("Tiene menos de 4 caracteres", "La referencia no es un valor válido: tiene menos de 4 caracteres.")]
    [InlineData("Está incompleta.", "La referencia no es un valor válido: está incompleta.")]
    [InlineData("", "La referencia no es un valor válido.")]
    [InlineData(null, "La referencia no es un valor válido.")]
    public void An_invalid_value_is_explained_with_its_reason(string? why, string text)
    {
        var reason = Only(Judged.Perfect.With(FieldKeys.Referencia, field => field with { Valid = false, Reason = why }));
        Assert.Equal(("CAMPO_INVALIDO", text, FieldKeys.Referencia), (reason.Code, reason.Text, reason.Field));
    }

    [Fact]
    public void Doubts_notes_and_low_confidence_are_explained_with_their_field()
    {
        var doubt = Only(Judged.Perfect.With(FieldKeys.Monto, field => field with { Warnings = ["Puede faltar la coma"] }));
        Assert.Equal(("CAMPO_DUDOSO", "El monto es de lectura dudosa: puede faltar la coma.", FieldKeys.Monto), (doubt.Code, doubt.Text, doubt.Field));
        var note = Only(Judged.Perfect.With(FieldKeys.FechaOperacion, field => field with { Notes = ["Es de hace más de 366 días"] }));
        Assert.Equal(("CAMPO_CON_NOTA", "La fecha tiene una nota: es de hace más de 366 días.", FieldKeys.FechaOperacion), (note.Code, note.Text, note.Field));
        var unsure = Only(Judged.Perfect.With(FieldKeys.Referencia, field => field with { Confidence = 0.516 }));
        Assert.Equal(("CONFIANZA_BAJA", "La referencia se leyó con confianza 0.52; se pide 0.90.", FieldKeys.Referencia), (unsure.Code, unsure.Text, unsure.Field));
    }

    [Fact]
    public void The_image_as_a_whole_is_explained()
    {
        Assert.Equal(("INCOMPLETO", "El recibo no está completo."), Code(Only(Judged.Perfect with { Complete = false })));
        Assert.Equal(("VARIOS_RECIBOS", "La imagen muestra 2 recibos."), Code(Only(Judged.Perfect with { Judgement = Judged.Perfect.Judgement! with { ReceiptsInImage = 2 } })));
        var currency = Only(Judged.Perfect.With(FieldKeys.Monto, field => field with { Currency = "USD" }));
        Assert.Equal(("OTRA_MONEDA", "El monto está en USD, no en BS.", FieldKeys.Monto), (currency.Code, currency.Text, currency.Field));
    }

    [Theory]
    [InlineData("Parece una conversación.", "Parece una conversación.")]
    [InlineData(null, "La imagen no es un recibo.")]
    public void An_image_that_is_not_a_receipt_is_explained(string? why, string text)
    {
        var judgement = Judged.Perfect.Judgement! with { ReasonCode = "CONVERSACION", Reason = why };
        Assert.Equal(("NO_ES_RECIBO", text), Code(Only(Judged.Perfect with { IsReceipt = false, Judgement = judgement })));
    }

    private static (string Code, string Text) Code(DecisionReason reason) => (reason.Code, reason.Text);

    private static DecisionReason Only(ExtractedReceipt receipt) => Assert.Single(Shipped.Policy.Decide(receipt).Reasons);
}
