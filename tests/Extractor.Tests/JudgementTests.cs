using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

public sealed class JudgementTests
{
    [Fact]
    public void A_field_names_its_rule_and_its_words()
    {
        var sample = Gallery.Make("bdv-card", 8);
        var field = Shipped.Read(sample.Screen).Fields[FieldKeys.Telefono];
        Assert.Equal("telefono.beneficiario", field.Rule);
        Assert.Equal([sample.Expected(FieldKeys.Telefono)], field.WordIndexes.Select(index => sample.Screen.Words[index].Text));
        Assert.InRange(field.Confidence, 0.9, 1);
    }

    [Fact]
    public void A_blank_field_has_no_confidence_and_no_rule() =>
        Assert.All(Shipped.Engine.Extract([], 100, 100).Fields.Values, field => Assert.True(field is { Confidence: 0, Rule: null, Valid: false, WordIndexes.Count: 0 }));

    [Fact]
    public void A_blank_field_states_whether_the_receipt_has_its_label()
    {
        var fields = Shipped.Read(new Screen().Text(40).Center("Operación exitosa").Skip(2).Text(30).Row("Monto:", null, "Bs. 10,00").Row("Identificación:", null)).Fields;
        Assert.Equal("Su etiqueta está en la imagen, pero su valor no se pudo leer", fields[FieldKeys.Cedula].Reason);
        Assert.Equal("No aparece en la imagen", fields[FieldKeys.Telefono].Reason);
        Assert.Null(fields[FieldKeys.Monto].Reason);
        Assert.All(fields.Values.Where(field => !field.Valid), field => Assert.NotNull(field.Reason));
    }

    [Theory]
    [InlineData("1/345678", FieldKeys.Cedula, "Identificación:", "7")]
    [InlineData("10454 Bs", FieldKeys.Monto, "Monto:", "coma")]
    [InlineData("104,5", FieldKeys.Monto, "Monto:", "decimal")]
    [InlineData("Bs. 3 304,00", FieldKeys.Monto, "Monto:", "espacio")]
    [InlineData("Bs. 5.53 7,61", FieldKeys.Monto, "Monto:", "más cifras")]
    [InlineData("61.0 48,80 Bs", FieldKeys.Monto, "Monto:", "más cifras")]
    [InlineData("0S102345678", FieldKeys.Referencia, "Referencia:", "letra")]
    [InlineData("4/02/2025", FieldKeys.FechaOperacion, "Fecha:", "dígito")]
    [InlineData("0105 - BANESCO", FieldKeys.BancoDestino, "Banco:", "no coinciden")]
    public void A_doubtful_value_has_a_reason_and_stays_valid(string printed, string field, string label, string doubt)
    {
        var read = Shipped.Read(new Screen().Text(40).Center("Operación exitosa").Skip(2).Text(30).Row(label, null, printed)).Fields[field];
        Assert.True(read.Valid);
        Assert.Contains(read.Warnings, warning => warning.Contains(doubt, StringComparison.Ordinal));
        Assert.True(read.Confidence < 0.95);
    }

    [Theory]
    [InlineData("Bs. **234,56")]
    [InlineData("Bs. %* 5,56")]
    [InlineData("Bs. ~ 14,00")]
    [InlineData("* 1.234,56")]
    [InlineData("1.234,567 Bs.")]
    public void An_amount_that_is_hidden_in_part_or_of_no_form_is_not_valid(string printed)
    {
        var read = Shipped.Read(new Screen().Text(40).Center("Operación exitosa").Skip(2).Text(30).Row("Monto:", null, printed)).Fields[FieldKeys.Monto];
        Assert.False(read.Valid);
        Assert.NotNull(read.Reason);
    }

    [Fact]
    public void A_document_without_its_letter_is_noted_but_not_doubted()
    {
        var read = Shipped.Read(new Screen().Text(40).Center("Operación exitosa").Skip(2).Text(30).Row("Identificación:", null, "12345678")).Fields[FieldKeys.Cedula];
        Assert.True(read.Valid);
        Assert.Contains("se supone V", Assert.Single(read.Notes), StringComparison.Ordinal);
        Assert.Empty(read.Warnings);
        Assert.True(read.Confidence < 0.95);
    }

    [Fact]
    public void A_number_one_digit_off_its_column_is_doubted()
    {
        var screen = Gallery.Make("bdv-card", 8).Screen;
        var reference = screen.Tagged.Single(word => word.Field == FieldKeys.Referencia).Box;
        var wide = (reference.X1 - reference.X0) / reference.Text.Length;
        WordBox[] cut = [.. screen.Words.Select(word => word == reference ? word with { Text = word.Text[..^1], X1 = word.X1 - wide } : word)];
        var field = Shipped.Engine.Extract(cut, screen.Width, screen.Height).Fields[FieldKeys.Referencia];
        Assert.Contains("Al borde parece faltar un carácter", field.Warnings);
        Assert.True(field.Confidence < 0.7);
    }

    [Theory]
    [InlineData("2025-07-01", true, false)]
    [InlineData("2025-06-28", true, false)]
    [InlineData("2025-06-20", false, false)]
    [InlineData("2026-06-30", true, false)]
    [InlineData("2026-08-01", true, true)]
    public void A_date_is_compared_with_the_day_of_the_upload(string arrived, bool valid, bool old)
    {
        var screen = new Screen().Text(40).Center("Operación exitosa").Skip(2).Text(30).Row("Fecha:", null, "01/07/2025").Row("Monto:", null, "Bs. 1,00");
        var field = Shipped.Engine.Extract(screen.Words, screen.Width, screen.Height, DateOnly.ParseExact(arrived, "yyyy-MM-dd", null)).Fields[FieldKeys.FechaOperacion];
        Assert.Equal("01/07/2025", field.Value);
        Assert.Equal(valid, field.Valid);
        Assert.Equal(old, field.Notes.Any(note => note.Contains("366", StringComparison.Ordinal)));
        Assert.Empty(field.Warnings);
    }

    [Fact]
    public void Poorly_read_words_make_a_doubtful_field()
    {
        var screen = Gallery.Make("bdv-card", 8).Screen;
        WordBox[] words = [.. screen.Words.Select(word => word with { Confidence = 0.5f })];
        Assert.All(Shipped.Engine.Extract(words, screen.Width, screen.Height).Fields.Values.Where(field => field.WordIndexes.Count > 0), field => Assert.True(field.Confidence <= 0.65));
    }

    [Fact]
    public void A_reference_of_a_length_its_app_never_prints_is_doubtful()
    {
        var screen = new Screen().Text(40).Center("PagomóvilBDV Personas").Skip(2).Text(30).Row("Operación:", null, "00000000001");
        Assert.True(Shipped.Read(screen).Fields[FieldKeys.Referencia].Confidence < 0.7);
    }

    [Theory]
    [InlineData("bdv-card", true)]
    [InlineData("mercantil-web", true)]
    [InlineData("zinli", false)]
    public void A_receipt_is_complete_when_it_can_be_paid_out_on(string layout, bool complete) =>
        Assert.Equal(complete, Shipped.Read(Gallery.Make(layout, 8).Screen).Complete);

    [Fact]
    public void A_masked_phone_with_its_bank_is_enough()
    {
        var sample = Gallery.Make("mercantil-web", 8);
        Assert.True(Shipped.Engine.Extract(sample.Screen.Without(FieldKeys.Cedula), sample.Screen.Width, sample.Screen.Height).Complete);
    }

    [Theory]
    [InlineData("Hola, ¿cómo estás?", "Nos vemos mañana a las 10:30")]
    [InlineData("TRANSACCIÓN RECHAZADA", "Referencia: 12345678")]
    [InlineData("Menú del día", "Pollo Bs. 10,00")]
    public void A_chat_a_menu_or_a_refusal_is_not_a_receipt(string first, string second) =>
        Assert.False(Shipped.Read(new Screen().Text(30).At(0.1f, first).Skip(2).At(0.1f, second)).IsReceipt);

    [Fact]
    public void The_structured_text_is_in_reading_order()
    {
        var screen = new Screen().Text(40).Center("Operación exitosa").Skip(3).Text(30).Row("Fecha:", null, "01/07/2025").Row("Monto:", null, "Bs. 1,00");
        WordBox[] words = [.. screen.Words.Reverse()];
        Assert.Equal("Operación exitosa\n\nFecha: 01/07/2025\nMonto: Bs. 1,00", Shipped.Engine.Extract(words, screen.Width, screen.Height).StructuredText);
    }
}
