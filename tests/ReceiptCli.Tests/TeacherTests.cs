using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.ReceiptCli.Teaching;

namespace Ocr.ReceiptCli.Tests;

/// <summary>Additions that are proposed, and additions that are reported and left out.</summary>
public sealed class TeacherTests : IDisposable
{
    private readonly RuleFiles _files = new();

    /// <summary>Every position of a label relative to its value, and its description.</summary>
    public static TheoryData<string, string> Arrangements => new()
    {
        { "left", "left of the value" }, { "above", "above the value" }, { "before", "before the value in its line" }, { "glued", "before the value in its line" },
    };

    [Theory]
    [MemberData(nameof(Arrangements))]
    public void A_label_is_found_at_its_position_and_its_value_is_read(string arrangement, string where)
    {
        var receipts = TaughtScreens.Of(4, payment => Draw(arrangement, payment), payment => TaughtScreens.Truth(payment, (FieldKeys.Telefono, payment.Phone), (FieldKeys.TipoTransaccion, "Pago Móvil")));
        var lesson = Teach(receipts);
        Assert.Equal($"telefono: label \"línea del comercio\", on 4 of 4 images, {where}", Assert.Single(lesson.Proposals).ToString());
        Assert.Empty(lesson.Conflicts);
        Assert.True(new FolderEffect(lesson.Before, receipts).NeedsRule(FieldKeys.Telefono));
        Assert.False(new FolderEffect(lesson.After, receipts).NeedsRule(FieldKeys.Telefono));
    }

    [Fact]
    public void A_value_that_is_the_same_on_all_images_is_not_a_label()
    {
        var receipts = TaughtScreens.Of(
            3,
            payment => TaughtScreens.Screen(payment).Row("Línea del comercio", null, "0414 - 5550142").Row("Línea del comprador", null, payment.DashedPhone),
            payment => TaughtScreens.Truth(payment, (FieldKeys.Telefono, "04145550142"), (FieldKeys.TipoTransaccion, "Pago Móvil")));
        Assert.StartsWith("telefono: label \"línea del comercio\", on 3 of 3", Assert.Single(Teach(receipts).Proposals).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_found_however_it_is_printed_and_its_label_serves_the_tax_number_too()
    {
        var receipts = TaughtScreens.Of(
            3,
            payment => TaughtScreens.Screen(payment).Row("Carnet del comercio", null, $"V - {payment.Dotted}"),
            payment => TaughtScreens.Truth(payment, (FieldKeys.Cedula, $"V-{payment.Document}")));
        var lesson = Teach(receipts);
        Assert.Equal(
            "cedula: label \"carnet del comercio\", on 3 of 3 images, left of the value; for identificador_fiscal too, whose labels are the same",
            Assert.Single(lesson.Proposals).ToString());
        Assert.Equal(2, lesson.After.Files[0].Text.Split("\"carnet del comercio\"").Length - 1);
    }

    [Fact]
    public void An_ignored_label_is_reported_and_left_out() =>
        Assert.Contains("telefono: 'afiliado' is one of ignoredLabels", Left("Afiliado"), StringComparison.Ordinal);

    [Fact]
    public void A_button_is_not_a_label() =>
        Assert.Contains("telefono: 'guardar contacto' is one of chrome", Left("Guardar contacto"), StringComparison.Ordinal);

    [Fact]
    public void A_label_of_another_field_is_reported_and_left_out() =>
        Assert.Contains("telefono: 'motivo' is a label of concepto already", Left("Motivo"), StringComparison.Ordinal);

    [Fact]
    public void A_label_next_to_two_values_in_two_places_is_ambiguous()
    {
        var lesson = Teach(TaughtScreens.Of(
            3,
            payment => TaughtScreens.Screen(payment).Row("Dato del comercio", null, payment.DashedPhone).Row("Dato del comercio", null, $"V-{payment.Document}"),
            payment => TaughtScreens.Truth(payment, (FieldKeys.Telefono, payment.Phone), (FieldKeys.Cedula, $"V-{payment.Document}"), (FieldKeys.TipoTransaccion, "Pago Móvil"))));
        Assert.Empty(lesson.Proposals);
        Assert.Equal(
            ["telefono: 'dato del comercio' is next to the value of cedula too; left out of both", "cedula: 'dato del comercio' is next to the value of telefono too; left out of both"],
            lesson.Conflicts.Select(conflict => conflict.ToString()));
    }

    [Fact]
    public void A_label_at_an_unsupported_position_is_reported()
    {
        var lesson = Teach(TaughtScreens.Of(
            3,
            payment => TaughtScreens.Screen(payment).Skip(6).Row(payment.DashedPhone, null, "Línea del comercio"), // no label above it within reach
            payment => TaughtScreens.Truth(payment, (FieldKeys.Telefono, payment.Phone), (FieldKeys.TipoTransaccion, "Pago Móvil"))));
        Assert.Empty(lesson.Proposals);
        Assert.Contains("'línea del comercio' is right of the value", Assert.Single(lesson.Conflicts).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_was_not_read_is_named()
    {
        var lesson = Teach(TaughtScreens.Of(3, TaughtScreens.Screen, payment => TaughtScreens.Truth(payment, (FieldKeys.Concepto, "no está"))));
        Assert.Equal("concepto: on 3 of 3 images its value is not among the words that were read", Assert.Single(lesson.Conflicts).ToString());
    }

    [Fact]
    public void Known_rules_change_nothing()
    {
        var lesson = Teach(TaughtScreens.Of(3, TaughtScreens.Screen, payment => TaughtScreens.Truth(payment)));
        Assert.Empty(lesson.Proposals);
        Assert.Same(lesson.Before, lesson.After);
    }

    [Fact]
    public void Too_few_images_are_rejected() =>
        Assert.Contains("at least 3", Assert.Throws<TeachingException>(() => Teach(TaughtScreens.Of(2, TaughtScreens.Screen, payment => TaughtScreens.Truth(payment)))).Message, StringComparison.Ordinal);

    public void Dispose() => _files.Dispose();

    private static Screen Draw(string arrangement, Payment payment) => arrangement switch
    {
        "left" => Both(payment).Row("Línea del comercio", null, payment.DashedPhone),
        "above" => Both(payment).Stack("Línea del comercio", null, payment.DashedPhone),
        "before" => Both(payment).At(0.06f, $"Línea del comercio: {payment.DashedPhone}"),
        _ => Both(payment).At(0.06f, $"Línea del comercio:{payment.DashedPhone}"),
    };

    /// <summary>The payer's phone is first, so that the form alone gives the wrong one.</summary>
    private static Screen Both(Payment payment) => TaughtScreens.Screen(payment).Row("Línea del comprador", null, "0416-5550198");

    /// <summary>Returns the reason for leaving out this label of the phone.</summary>
    private string Left(string label)
    {
        var lesson = Teach(TaughtScreens.Of(
            3,
            payment => TaughtScreens.Screen(payment).Row(label, null, payment.DashedPhone),
            payment => TaughtScreens.Truth(payment, (FieldKeys.Telefono, payment.Phone), (FieldKeys.TipoTransaccion, "Pago Móvil"))));
        Assert.Empty(lesson.Proposals);
        return string.Join('\n', lesson.Conflicts);
    }

    private Lesson Teach(IReadOnlyList<TaughtReceipt> receipts) => new Teacher(_files.Draft, receipts, null, null).Teach();
}
