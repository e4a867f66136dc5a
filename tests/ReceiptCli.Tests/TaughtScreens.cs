using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.ReceiptCli.Teaching;
using Ocr.Recognition;

namespace Ocr.ReceiptCli.Tests;

/// <summary>Receipts to teach, as word boxes: generated payments on a screen that the test draws.</summary>
internal static class TaughtScreens
{
    /// <param name="count">Number of images.</param>
    /// <param name="draw">Draws the screen of a payment.</param>
    /// <param name="truth">Returns its truth; all other fields are blank.</param>
    public static IReadOnlyList<TaughtReceipt> Of(int count, Func<Payment, Screen> draw, Func<Payment, (string Key, string Value)[]> truth) =>
        [.. Enumerable.Range(0, count).Select(i => Of($"{i}.png", Payment.Make(7000 + i), draw, truth))];

    private static TaughtReceipt Of(string file, Payment payment, Func<Payment, Screen> draw, Func<Payment, (string Key, string Value)[]> truth)
    {
        var screen = draw(payment);
        var page = new ReadPage
        {
            Width = screen.Width,
            Height = screen.Height,
            Timings = default,
            Words = [.. screen.Words.Select((word, i) =>
                new ReadWord(word.Text, (float)word.Confidence, new PixelBox((int)word.X0, (int)word.Y0, (int)word.X1, (int)word.Y1), 0, i))],
        };
        var fields = truth(payment);
        return TaughtReceipt.Of(Sample.Truth(file, "taught", [.. fields]), page);
    }

    /// <summary>A reference with its number fields, a date, and a beneficiary's phone: the context of the taught field.</summary>
    public static (string Key, string Value)[] Truth(Payment payment, params (string Key, string Value)[] more) =>
    [
        (FieldKeys.Referencia, payment.Reference(10)), (FieldKeys.NumeroOperacion, payment.Reference(10)), (FieldKeys.ComprobantePago, payment.Reference(10)),
        (FieldKeys.Monto, payment.Plain), .. more,
    ];

    /// <summary>The screen of those fields.</summary>
    public static Screen Screen(Payment payment) => new Screen().Text(28)
        .Row("Referencia", FieldKeys.Referencia, payment.Reference(10)).Row("Monto", FieldKeys.Monto, $"Bs. {payment.Money}");
}
