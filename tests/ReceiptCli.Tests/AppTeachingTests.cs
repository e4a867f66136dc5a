using Ocr.Contracts;
using Ocr.Corpus;
using Ocr.ReceiptCli.Commands;
using Ocr.ReceiptCli.Teaching;

namespace Ocr.ReceiptCli.Tests;

/// <summary>Banks and apps, and whether the rules are written.</summary>
public sealed class AppTeachingTests : IDisposable
{
    private readonly RuleFiles _files = new();

    [Fact]
    public void A_header_that_no_other_app_has_becomes_an_app_of_the_bank()
    {
        var lesson = Teach("PLAZA", "PlazaGiro", "PlazaGiro");
        Assert.Equal("app plazagiro: phrases \"PlazaGiro\" (4) on 3 of 3 images, above the first value; channel PlazaGiro", Assert.Single(lesson.Proposals).ToString());
        var app = lesson.After.Banks.Apps[^1];
        Assert.Equal(("plazagiro", "0138", "PlazaGiro", null), (app.Name, app.Bank, app.Channel, app.Type));
        Assert.Equal([10], app.ReferenceLengths);
    }

    [Fact]
    public void A_known_app_gets_the_new_title()
    {
        var lesson = Teach("BANPLUS", "Banplus", "PlusGiro");
        Assert.StartsWith("app banplus: phrases \"PlusGiro\"", Assert.Single(lesson.Proposals).ToString(), StringComparison.Ordinal);
        Assert.Equal(4, lesson.After.Banks.Apps.Single(app => app.Name == "banplus").Phrases["PlusGiro"]);
        Assert.Equal(lesson.Before.Banks.Apps.Count, lesson.After.Banks.Apps.Count);
    }

    [Theory]
    [InlineData("Operación exitosa")]
    [InlineData("Zinli")]
    public void A_title_of_several_apps_identifies_no_app(string title)
    {
        var lesson = Teach("PLAZA", "PlazaGiro", title);
        Assert.Empty(lesson.Proposals);
        Assert.Contains("no words above the first value", Assert.Single(lesson.Conflicts).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bank_missing_from_the_table_needs_its_code() =>
        Assert.Contains("give it with --bank", string.Join('\n', Teach("BANCO LUMBRERA", "LumbrePago", "LumbrePago").Conflicts), StringComparison.Ordinal);

    [Fact]
    public void A_bank_missing_from_the_table_is_added_with_its_code_and_name()
    {
        var lesson = Teach("BANCO LUMBRERA", "LumbrePago", "LumbrePago", "0998");
        Assert.Equal(["bank 0998: BANCO LUMBRERA, printed as \"Banco Lumbrera\", \"Lumbrera\"", "app lumbrepago"], lesson.Proposals.Select((proposal, i) => i == 0 ? proposal.ToString() : proposal.Subject));
        Assert.Equal(("0998", "BANCO LUMBRERA"), (lesson.After.Banks.Banks[^1].Code, lesson.After.Banks.Banks[^1].Output));
    }

    [Fact]
    public void A_code_of_another_bank_is_rejected() =>
        Assert.Contains("0102 is BANCO DE VENEZUELA", Assert.Throws<TeachingException>(() => Teach("BANCO LUMBRERA", "LumbrePago", "LumbrePago", "0102")).Message, StringComparison.Ordinal);

    [Fact]
    public void Images_of_two_apps_are_rejected()
    {
        var drawn = 0;
        var error = Assert.Throws<TeachingException>(() => Teach("PLAZA", _ => drawn++ == 0 ? "PlazaGiro" : "Otra", "PlazaGiro"));
        Assert.Contains("canal_pago is 'PlazaGiro' in", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_makes_the_corpus_worse_is_written_only_by_force()
    {
        var before = _files.Draft;
        var after = before.With([new RuleEdit(false, text => text.Replace("\"número de referencia\", ", "", StringComparison.Ordinal))]);
        var lesson = new Lesson(before, after, [new RuleProposal("referencia", "made up", [])], []);
        var (old, now) = (CorpusEffect.Of(before.Engine), CorpusEffect.Of(after.Engine));
        Assert.Contains(now.WorseThan(old), line => line.Contains("with noise: referencia wrong on", StringComparison.Ordinal));
        Assert.Equal(1, TeachCommand.Finish(lesson, old, now, write: true, force: false));
        Assert.Equal(before.Files, _files.Draft.Files);
        Assert.Equal(0, TeachCommand.Finish(lesson, old, now, write: true, force: true));
        Assert.Equal(after.Files, _files.Draft.Files);
    }

    public void Dispose() => _files.Dispose();

    private Lesson Teach(string bank, string channel, string title, string? bankCode = null) => Teach(bank, _ => channel, title, bankCode);

    private Lesson Teach(string bank, Func<Payment, string> channel, string title, string? bankCode = null) => new Teacher(_files.Draft, TaughtScreens.Of(
        3,
        payment => new Screen().Text(34).Center(title).Skip(2).Text(28).Row("Referencia", FieldKeys.Referencia, payment.Reference(10)).Row("Monto", FieldKeys.Monto, $"Bs. {payment.Money}"),
        payment => TaughtScreens.Truth(payment, (FieldKeys.BancoOrigen, bank), (FieldKeys.CanalPago, channel(payment)))), null, bankCode).Teach();
}
