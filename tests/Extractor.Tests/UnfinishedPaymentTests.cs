using Ocr.Contracts;

namespace Ocr.Extractor.Tests;

/// <summary>Pages with all data of a payment that state that it was not made, or not yet, in words that look like those of a completed one.</summary>
public sealed class UnfinishedPaymentTests
{
    [Theory]
    [InlineData("Operación sin éxito", PaymentStates.Rejected)]
    [InlineData("Transacción incompleta", PaymentStates.Rejected)]
    [InlineData("La operación no se completó", PaymentStates.Rejected)]
    [InlineData("Tu pago no se realizó", PaymentStates.Rejected)]
    [InlineData("Su pago ha sido programado exitosamente", PaymentStates.Scheduled)]
    [InlineData("Transferencia programada con éxito", PaymentStates.Scheduled)]
    [InlineData("Vas a pagar", PaymentStates.Unknown)]
    public void A_title_of_a_payment_that_was_not_made_is_its_state(string title, string state)
    {
        var read = PaymentScreen.Read(title: title);
        Assert.Equal(state, read.Judgement!.State);
        Assert.NotEqual(Verdicts.Accept, read.Decision!.Verdict);
    }

    [Theory]
    [InlineData("Incompleto")]
    [InlineData("Incompleta")]
    public void A_row_with_the_state_counts(string state) =>
        Assert.NotEqual(Verdicts.Accept, PaymentScreen.Read(title: "Pago móvil", extra: ("Estado", state)).Decision!.Verdict);
}
