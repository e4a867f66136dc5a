using System.Globalization;
using System.Text.Json;
using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Pages;

/// <summary>A bank as a document prints it.</summary>
/// <param name="Code">Four digits; an invented bank has an unused code.</param>
/// <param name="Names">Forms of its name.</param>
internal sealed record DocumentBank(string Code, IReadOnlyList<string> Names);

/// <summary>A party of a payment.</summary>
internal sealed record Party(DocumentBank Bank, string Phone, string Letter, string Document, string Name, string Account);

/// <summary>The data of one payment, and the formats of its document.</summary>
internal sealed class Facts
{
    /// <summary>Banks in which neither payer nor beneficiary has an account.</summary>
    private static readonly string[] Closed = ["0001", "0116", "0121", "0601"];

    private static readonly string[] Prefixes = ["0412", "0422", "0414", "0424", "0416", "0426"];

    public Facts(Dice dice, Lexicon lexicon, IReadOnlyList<DocumentBank> banks)
    {
        Dice = dice;
        Lexicon = lexicon;
        Values = new Values(dice);
        Payer = Person(banks);
        Beneficiary = Person(banks);
        if (dice.Chance(0.2))
        {
            Beneficiary = Beneficiary with { Bank = Payer.Bank };
        }

        Amount = Math.Round((decimal)Math.Pow(10, 0.3 + (dice.Between(0, 1) * 4.9)), dice.Chance(0.6) ? 2 : 0);
        Amount = Amount < 1 ? Amount + 1 : Amount;
        var length = dice.Pick([12, 12, 12, 12, 9, 9, 11, 8, 10, 6, 13, 15, 5, 7]);
        Reference = (dice.Chance(0.5) ? new string('0', dice.Whole(1, Math.Min(4, length - 4))) + dice.Digits(20) : dice.Digits(20))[..length];
        if (dice.Chance(0.06))
        {
            Reference = dice.Whole(0, 3) switch
            {
                0 => dice.Of("TRX", "PM", "OP", "BX") + Reference,
                1 => dice.Of("TRX", "REF", "TX") + Reference[..3] + "A" + Reference[3..] + "B",
                2 => $"{Reference[..4]}-{Reference[4..]}",
                _ => string.Concat(Enumerable.Range(0, length).Select(_ => "0123456789ABCDEF"[dice.Whole(0, 15)])),
            };
        }

        When = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(dice.Whole(0, 1_600_000)).AddSeconds(dice.Whole(0, 59));
        Concept = dice.Chance(0.12) ? string.Join(' ', Enumerable.Range(0, dice.Whole(2, 6)).Select(_ => dice.Pick(Lexicon.List.Concepts))) : dice.Pick(Lexicon.List.Concepts);
    }

    public Dice Dice { get; }

    public Lexicon Lexicon { get; }

    public Values Values { get; }

    public Party Payer { get; }

    public Party Beneficiary { get; }

    public decimal Amount { get; }

    public string Reference { get; }

    public DateTime When { get; }

    public string Concept { get; }

    /// <summary>Returns the banks of a table with all their names.</summary>
    public static IReadOnlyList<DocumentBank> Banks(string banksPath)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(banksPath));
        return [.. file.RootElement.GetProperty("banks").EnumerateArray()
            .Select(bank => new DocumentBank(
                bank.GetProperty("code").GetString()!,
                [bank.GetProperty("output").GetString()!, .. Names(bank, "aliases"), .. Names(bank, "commonAliases")]))
            .Where(bank => !Closed.Contains(bank.Code))];
    }

    private static IEnumerable<string> Names(JsonElement bank, string key) =>
        bank.TryGetProperty(key, out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];

    /// <summary>Returns a bank's name, or code and name, in one of the forms that apps use.</summary>
    public string BankText(DocumentBank bank, bool mayBeBare = true)
    {
        var name = Dice.Pick(bank.Names);
        name = Dice.Chance(0.4) ? name.ToUpperInvariant() : name;
        var suffix = Dice.Chance(0.25) ? Dice.Of(", C.A.", " C.A.", " Banco Universal", ", C.A. Banco Universal", " S.A.", " BANCO UNIVERSAL") : "";
        return Dice.Whole(0, 11) switch
        {
            0 or 1 => $"{bank.Code} - {name}{suffix}",
            2 => $"{bank.Code} {name}{suffix}",
            3 => $"{name} ({bank.Code})",
            4 => $"{name} - {bank.Code}",
            5 => $"({bank.Code}) {name}",
            6 when mayBeBare => bank.Code,
            7 => $"{bank.Code}-{name}",
            _ => name + suffix,
        };
    }

    public List<Piece> Account(Party party, FieldTag tag)
    {
        var end = party.Account[^4..];
        var text = Dice.Whole(0, 9) switch
        {
            0 or 1 => $"{party.Account[..4]}****{end}",
            2 => $"{party.Account[..4]}-****-**-******{end}",
            3 => $"****{end}",
            4 => $"{Dice.Of("Cta.", "Cuenta", "Cta")} {Dice.Of("Corriente", "Ahorro", "Ahorro *", "Corriente")} ***{end}",
            5 => party.Account,
            6 => $"*{end}",
            7 => $"{party.Account[..4]}************{end}",
            8 => $"{party.Account[..4]} **** **** {end}",
            _ => $"...{end}",
        };
        var bank = Dice.Chance(0.12) ? Piece.Line(Dice.Pick(party.Bank.Names), tag == FieldTag.PayerAccount ? FieldTag.PayerBank : FieldTag.BeneficiaryBank) : [];
        var pieces = Piece.Line(text, tag);
        return Dice.Chance(0.5) ? [.. bank, .. pieces] : [.. pieces, .. bank];
    }

    private Party Person(IReadOnlyList<DocumentBank> banks)
    {
        var bank = Dice.Chance(0.06) ? new DocumentBank("09" + Dice.Digits(2), [Dice.Pick(Lexicon.List.Invented)]) : Dice.Pick(banks);
        var legal = Dice.Chance(0.12);
        var document = legal ? Dice.Whole(100_000_00, 499_999_99) : Dice.Whole(3_000_000, 33_500_000);
        return new Party(
            bank,
            Dice.Pick(Prefixes) + Dice.Digits(7),
            legal ? Dice.Of("J", "J", "G") : Dice.Of("V", "V", "V", "V", "V", "E"),
            document.ToString(CultureInfo.InvariantCulture),
            Lexicon.Name(),
            bank.Code + Dice.Digits(16));
    }
}
