using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Pages;

/// <summary>The labeled values of one receipt: the fields, and other values.</summary>
internal sealed class Items(Facts facts)
{
    private readonly Dice _dice = facts.Dice;
    private readonly Lexicon _lexicon = facts.Lexicon;

    /// <summary>Whether the payer's own data are printed too, so that labels must distinguish the parties.</summary>
    private readonly bool _twoParties = facts.Dice.Chance(0.35);

    private readonly bool _maskedPhone = facts.Dice.Chance(0.08);

    /// <summary>Whether the payment goes to an account instead of a phone.</summary>
    public bool ToAccount { get; } = facts.Dice.Chance(0.22);

    /// <summary>The amount; without its unit when the label contains it.</summary>
    public Item Amount()
    {
        var label = _lexicon.Known(Lexicon.List.Labels["amount"]);
        var bare = label.Contains("bs", StringComparison.Ordinal) || label.Contains("bolívar", StringComparison.Ordinal);
        List<Piece> equivalent = _dice.Chance(0.06)
            ? [.. Piece.Line("(USD", FieldTag.OtherAmount), .. Piece.Line(Values.Local(Math.Round(facts.Amount / 212m, 2) + 0.01m), FieldTag.OtherAmount), .. _dice.Chance(0.5) ? [.. Piece.Line("Tasa BCV", FieldTag.Label), new Piece(Values.Local(Money(30, 400)) + ")", FieldTag.OtherAmount)] : (List<Piece>)[]]
            : [];
        return Of(label, [.. facts.Values.Amount(facts.Amount, FieldTag.Amount, bare && _dice.Chance(0.9)), .. equivalent]);
    }

    public Item Reference() => Of(_lexicon.Known(Lexicon.List.Labels["reference"]), Number(facts.Reference, FieldTag.Reference));

    /// <summary>Date and time together, or the date alone.</summary>
    public IEnumerable<Item> Moment()
    {
        List<Piece> date = Piece.Line(facts.Values.Date(facts.When), FieldTag.Date), time = Piece.Line(facts.Values.Time(facts.When), FieldTag.Time);
        switch (_dice.Whole(0, 9))
        {
            case < 4:
                yield return Of(_lexicon.Known(Lexicon.List.Labels["date"]), date);
                break;
            case < 8:
                var link = _dice.Pick<List<Piece>>([[], [], [], [new Piece("-", FieldTag.Other)], Piece.Line("a las", FieldTag.Other), [new Piece("|", FieldTag.Other)]]);
                yield return Of(_lexicon.Known(_dice.Chance(0.6) ? Lexicon.List.Labels["datetime"] : Lexicon.List.Labels["date"]), [.. date, .. link, .. time]);
                break;
            default:
                yield return Of(_lexicon.Known(Lexicon.List.Labels["date"]), date);
                yield return Of(_lexicon.Known(Lexicon.List.Labels["time"]), time);
                break;
        }
    }

    public IEnumerable<Item> Beneficiary()
    {
        var party = facts.Beneficiary;
        if (ToAccount)
        {
            var lone = _dice.Chance(0.3) ? _lexicon.Known(["cuenta abonada", "cuenta acreditada", "acreditado a", "abonado a", "destino", "cuenta receptora"]) : null;
            yield return Role("account", "beneficiary", facts.Account(party, FieldTag.BeneficiaryAccount), lone);
        }
        else if (_dice.Chance(0.93))
        {
            var lone = _dice.Chance(0.1) ? _lexicon.Known(["destino", "beneficiario", "para", "recibe"]) : null;
            yield return Role("phone", "beneficiary", Phone(party, FieldTag.BeneficiaryPhone, _maskedPhone), lone);
        }

        if (_dice.Chance(0.85))
        {
            yield return Role("document", "beneficiary", Piece.Line(facts.Values.Document(party.Letter, party.Document), FieldTag.BeneficiaryDocument));
        }

        if (_dice.Chance(0.85))
        {
            yield return Role("bank", "beneficiary", Piece.Line(facts.BankText(party.Bank), FieldTag.BeneficiaryBank));
        }

        if (_dice.Chance(0.4))
        {
            var lone = _dice.Chance(0.5) ? _lexicon.Known(["beneficiario", "para", "destinatario", "recibe", "a nombre de", "titular", "recipient", "sent to", "to"]) : null;
            yield return Role("name", "beneficiary", Piece.Line(party.Name, FieldTag.BeneficiaryName), lone);
        }
    }

    public IEnumerable<Item> Payer()
    {
        var party = facts.Payer;
        if (_dice.Chance(0.55))
        {
            var lone = _dice.Chance(0.25) ? _lexicon.Known(["origen", "desde", "debitado de", "cuenta debitada", "de", "from", "pay from", "account"]) : null;
            yield return Role("account", "payer", facts.Account(party, FieldTag.PayerAccount), lone);
        }

        if (_dice.Chance(0.4))
        {
            yield return Role("bank", "payer", Piece.Line(facts.BankText(party.Bank), FieldTag.PayerBank));
        }

        if (!_twoParties)
        {
            yield break;
        }

        if (_dice.Chance(0.6))
        {
            yield return Role("phone", "payer", Phone(party, FieldTag.PayerPhone, _dice.Chance(0.4)));
        }

        if (_dice.Chance(0.5))
        {
            yield return Role("document", "payer", Piece.Line(facts.Values.Document(party.Letter, party.Document), FieldTag.PayerDocument));
        }

        if (_dice.Chance(0.5))
        {
            yield return Role("name", "payer", Piece.Line(party.Name, FieldTag.PayerName));
        }
    }

    /// <summary>Data of a received payment: the sender's, and the credited account.</summary>
    public IEnumerable<Item> Received()
    {
        var sender = facts.Payer;
        string[] headings = ["de", "enviado por", "remitente", "pagador", "ordenante", "quien envía", "origen", "te pagó"];
        if (_dice.Chance(0.7))
        {
            yield return Role("phone", "payer", Phone(sender, FieldTag.PayerPhone, _dice.Chance(0.2)), _dice.Chance(0.4) ? _lexicon.Known(headings) : null);
        }

        if (_dice.Chance(0.5))
        {
            yield return Role("name", "payer", Piece.Line(sender.Name, FieldTag.PayerName), _dice.Chance(0.6) ? _lexicon.Known(headings) : null);
        }

        if (_dice.Chance(0.5))
        {
            yield return Of(_lexicon.Known(Lexicon.List.Nouns["document"]), Piece.Line(facts.Values.Document(sender.Letter, sender.Document), FieldTag.PayerDocument));
        }

        if (_dice.Chance(0.5))
        {
            yield return Of(_lexicon.Known(Lexicon.List.Nouns["bank"]) + _dice.Of("", " emisor", " origen", " de origen"), Piece.Line(facts.BankText(sender.Bank), FieldTag.PayerBank));
        }

        if (_dice.Chance(0.6))
        {
            yield return Of(_lexicon.Known(["cuenta abonada", "abonado a", "acreditado a", "cuenta acreditada", "cuenta destino", "tu cuenta", "se abonó en"]), facts.Account(facts.Beneficiary, FieldTag.BeneficiaryAccount));
        }
    }

    public Item Concept() => Of(_lexicon.Known(Lexicon.List.Labels["concept"]), Piece.Line(facts.Concept, FieldTag.Concept));

    /// <summary>Labeled values that are not fields.</summary>
    public IEnumerable<Item> Distractors()
    {
        var makers = new (double Chance, Func<Item> Make)[]
        {
            (0.22, () => Other("fee", facts.Values.Amount(Money(0.01, 60), FieldTag.OtherAmount))),
            (0.16, () => Other("total", facts.Values.Amount(facts.Amount + Money(0.1, 30), FieldTag.OtherAmount))),
            (0.08, () => Other("balance", facts.Values.Amount(Money(1, 90000), FieldTag.OtherAmount))),
            (0.1, () => Other("rate", _dice.Chance(0.5) ? facts.Values.Amount(Money(30, 400), FieldTag.OtherAmount) : [new Piece(Values.Local(Money(30, 400)), FieldTag.OtherAmount)])),
            (0.1, () => Other("usd", facts.Values.Dollars(Math.Round(facts.Amount / 212m, 2) + 0.01m, FieldTag.OtherAmount))),
            (0.04, () => Other("limit", facts.Values.Amount(Money(1000, 90000), FieldTag.OtherAmount))),
            (0.2, () => Other("code", Number(_dice.Chance(0.7) ? _dice.Digits(_dice.Whole(3, 10)) : Guid(), FieldTag.Code))),
            (0.09, () => Other("second", Number(_dice.Digits(_dice.Whole(6, 14)), FieldTag.SecondReference))),
            (0.1, () => Other("otherdate", [.. Piece.Line(facts.Values.Date(facts.When.AddDays(_dice.Whole(0, 40))), FieldTag.OtherDate), .. _dice.Chance(0.5) ? Piece.Line(facts.Values.Time(facts.When.AddMinutes(_dice.Whole(1, 500))), FieldTag.OtherTime) : []])),
            (0.25, () => Other("type", Piece.Line(_lexicon.Cased(_dice.Pick(Lexicon.List.Types)), FieldTag.Other))),
            (0.07, () => Other("mail", Piece.Line($"{_lexicon.Pseudo()}{_dice.Digits(2)}@{_dice.Of("correo", "mail", "gmail")}.com", FieldTag.Other))),
        };
        return makers.Where(maker => _dice.Chance(maker.Chance)).Select(maker => maker.Make());
    }

    /// <summary>A value with a label in the case and form of its document.</summary>
    public Item Of(string label, List<Piece> value) => new(Piece.Line(_lexicon.Label(label), FieldTag.Label), [value]);

    private Item Other(string kind, List<Piece> value) => Of(_lexicon.Known(Lexicon.List.Labels[kind]), value);

    private Item Role(string noun, string role, List<Piece> value, string? lone = null)
    {
        if (lone is not null)
        {
            return Of(lone, value);
        }

        var word = _lexicon.Known(Lexicon.List.Nouns[noun]);
        var needsRole = role == "payer" || _twoParties;
        if (!needsRole && _dice.Chance(0.45))
        {
            return Of(word, value);
        }

        var whose = _lexicon.Known(Lexicon.List.Roles[role]);
        return Of(_dice.Chance(0.93) ? $"{word} {whose}" : $"{whose} ({word})", value);
    }

    private List<Piece> Phone(Party party, FieldTag tag, bool masked) => Piece.Line(facts.Values.Phone(party.Phone, masked), tag);

    private static List<Piece> Number(string text, FieldTag tag) => Piece.Line(text, tag);

    private decimal Money(double low, double high) => Math.Round((decimal)_dice.Between(low, high), 2);

    private string Guid() => string.Concat(Enumerable.Range(0, _dice.Whole(6, 20)).Select(_ => "0123456789abcdef"[_dice.Whole(0, 15)]));
}
