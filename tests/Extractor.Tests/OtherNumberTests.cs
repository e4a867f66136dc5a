using Ocr.Contracts;

namespace Ocr.Extractor.Tests;

/// <summary>A number with a label of its own, such as that of an invoice, is not the reference.</summary>
public sealed class OtherNumberTests
{
    public static TheoryData<string> Labels { get; } =
        ["Nro. de factura", "Número de factura", "Nro. de pedido", "Número de contrato", "Número de lote", "Código de autorización"];

    [Theory]
    [MemberData(nameof(Labels))]
    public void Without_a_reference_it_is_not_taken_for_one(string label)
    {
        var read = PaymentScreen.Read("Referencia", "77120934", newLabel: label);
        Assert.Equal("", read.Fields[FieldKeys.Referencia].Value);
        Assert.Equal(Verdicts.Review, read.Decision!.Verdict);
    }

    [Theory]
    [MemberData(nameof(Labels))]
    public void Beside_a_reference_it_changes_nothing(string label)
    {
        var read = PaymentScreen.Read(extra: (label, "77120934"));
        Assert.Equal("003912847561", read.Fields[FieldKeys.Referencia].Value);
        Assert.Equal(Verdicts.Accept, read.Decision!.Verdict);
    }
}
