using Ocr.Contracts;
using Ocr.Corpus;

namespace Ocr.Extractor.Tests;

/// <summary>The layouts of <c>tools/Corpus</c> with rules and model together, as in the services: the model makes none worse.</summary>
public sealed class KnownLayoutTests
{
    private const int Receipts = 25;

    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void Reads_all_sixteen_fields(string layout)
    {
        for (var seed = 1; seed <= Receipts; seed++)
        {
            var sample = Gallery.Make(layout, seed);
            var fields = Shipped.WithModel.Extract(sample.Screen.Words, sample.Screen.Width, sample.Screen.Height).Fields;
            Assert.All(FieldKeys.All, key => Assert.Equal($"{key}={sample.Expected(key)}", $"{key}={fields[key].Value}"));
        }
    }

    [Theory]
    [MemberData(nameof(Layouts.Names), MemberType = typeof(Layouts))]
    public void Calls_every_payment_a_receipt_that_went_through(string layout)
    {
        for (var seed = 1; seed <= Receipts; seed++)
        {
            var screen = Gallery.Make(layout, seed).Screen;
            var judgement = Shipped.WithModel.Extract(screen.Words, screen.Width, screen.Height).Judgement!;
            Assert.Equal((null, PaymentStates.Done, 1), (judgement.ReasonCode, judgement.State, judgement.ReceiptsInImage));
        }
    }

    [Fact]
    public void The_payers_bank_is_certain_where_title_and_account_agree()
    {
        for (var seed = 1; seed <= Receipts; seed++)
        {
            var screen = Gallery.Make("bdv-card", seed).Screen;
            var read = Shipped.WithModel.Extract(screen.Words, screen.Width, screen.Height);
            Assert.Equal("0102", read.Fields[FieldKeys.CuentaOrigen].Prefix);
            Assert.True(read.Fields[FieldKeys.BancoOrigen] is { Prefix: "0102", Valid: true, Confidence: > 0.9, Warnings.Count: 0 }, $"seed {seed}: {read.Fields[FieldKeys.BancoOrigen]}");
        }
    }

    [Fact]
    public void The_same_words_give_the_same_fields()
    {
        var screen = Gallery.Make("bnc", 3).Screen;
        var one = Shipped.WithModel.Extract(screen.Words, screen.Width, screen.Height);
        var other = Shipped.WithModel.Extract(screen.Words, screen.Width, screen.Height);
        Assert.Equal(one.Fields.Select(field => (field.Key, field.Value.Value, field.Value.Confidence)), other.Fields.Select(field => (field.Key, field.Value.Value, field.Value.Confidence)));
    }

    [Fact]
    public void No_word_belongs_to_two_fields()
    {
        string[] own = [FieldKeys.Monto, FieldKeys.Referencia, FieldKeys.Telefono, FieldKeys.Cedula, FieldKeys.CuentaOrigen, FieldKeys.CuentaDestino, FieldKeys.FechaOperacion, FieldKeys.Concepto];
        foreach (var sample in Gallery.Corpus(5, 4))
        {
            var fields = Shipped.WithModel.Extract(sample.Screen.Words, sample.Screen.Width, sample.Screen.Height).Fields;
            var taken = own.SelectMany(key => fields[key].WordIndexes).ToList();
            Assert.Equal(taken.Distinct().Count(), taken.Count);
        }
    }
}
