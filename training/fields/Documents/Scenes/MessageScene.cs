using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Evaluation;
using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Scenes;

/// <summary>A payment in a sentence: SMS, push notification, mail, a sentence above a list.</summary>
internal static class MessageScene
{
    public static Document Make(Facts facts, Split split, PageState state)
    {
        var dice = facts.Dice;
        var size = dice.Between(16, 40);
        var canvas = new Canvas(dice, size * dice.Between(14, 32));
        var area = new Area(canvas, canvas.Width * dice.Between(0.03, 0.1), size * dice.Between(0.5, 2), canvas.Width * dice.Between(0.7, 0.92), size);
        area = Head(area, facts, state);
        var y = Running.Flow(area, Sentence(facts, state), dice);
        var layout = "message";
        if (dice.Chance(0.25))
        {
            var items = new Items(facts);
            Item[] more = [items.Concept(), .. items.Distractors()];
            var allowed = Arrangement.Allowed(split);
            y = dice.Pick(allowed).Set(area with { Y = y + size }, more, dice);
            layout = "message+list";
        }

        return new Document(canvas.Words, canvas.Width, Math.Max(y, canvas.Bottom) + (size * dice.Between(0.5, 6)), PageKind.Receipt, state, false, layout)
        {
            Truth = ExpectedValues.Of(facts, canvas.Words),
        };
    }

    /// <summary>Sender and time above the message; returns the rest of the page.</summary>
    private static Area Head(Area area, Facts facts, PageState state)
    {
        var (dice, canvas, size) = (facts.Dice, area.Canvas, area.Size);
        if (dice.Chance(0.5))
        {
            var sender = dice.Chance(0.6) ? Piece.Line(dice.Digits(4), FieldTag.Other) : Piece.Line(dice.Pick(facts.Payer.Bank.Names), state == PageState.Recibido ? FieldTag.BeneficiaryBank : FieldTag.PayerBank);
            canvas.Put(area.X, area.Y, size * dice.Between(0.9, 1.3), sender);
            area = area with { Y = area.Y + (2.2f * size) };
        }

        if (dice.Chance(0.5))
        {
            canvas.Center(canvas.Width / 2, area.Y, 0.75f * size, [.. Piece.Line(dice.Of("Hoy", "Ayer", facts.Values.Date(facts.When.AddDays(1))), FieldTag.OtherDate), .. Piece.Line($"{dice.Whole(1, 12)}:{dice.Whole(10, 59)}{dice.Of("", " p. m.", " AM")}", FieldTag.OtherTime)]);
            area = area with { Y = area.Y + (2 * size) };
        }

        return area;
    }

    /// <summary>Clauses of a payment: the verb and the amount first, the others shuffled.</summary>
    public static List<Piece> Sentence(Facts facts, PageState state)
    {
        var dice = facts.Dice;
        var received = state == PageState.Recibido;
        var text = new List<Piece>();
        if (dice.Chance(0.5))
        {
            text.AddRange(Piece.Line(dice.Pick(facts.Payer.Bank.Names) + dice.Of(":", "", " informa:", " le informa"), received ? FieldTag.BeneficiaryBank : FieldTag.PayerBank));
        }

        var opening = state switch
        {
            PageState.Realizado => facts.Lexicon.Known(Lexicon.List.Verbs) + " " + dice.Of("un pago móvil", "un pago movil", "un pago", "una transferencia", "un envío", "pago movil", "una operación exitosa"),
            PageState.Recibido => facts.Lexicon.Known(Lexicon.List.ReceivedVerbs) + " " + dice.Of("un pago móvil", "un pago", "una transferencia", "pago movil", "dinero"),
            _ => facts.Lexicon.State(state),
        };
        text.AddRange(Piece.Line(dice.Chance(0.7) ? Lexicon.Sentence(opening) : opening.ToUpperInvariant(), FieldTag.State));
        List<Piece> amount = [.. Piece.Line(dice.Of("por", "por un monto de", "de", "por la cantidad de", "monto"), FieldTag.Other), .. facts.Values.Amount(facts.Amount, FieldTag.Amount)];
        List<List<Piece>> clauses = [amount, .. dice.Shuffle(Clauses(facts, received))];
        foreach (var clause in dice.Chance(0.7) ? clauses : [.. dice.Shuffle(clauses)])
        {
            text.AddRange(clause);
            if (dice.Chance(0.2))
            {
                text.Add(new Piece(dice.Of(",", ".", ";"), FieldTag.Other) { Glued = true });
            }
        }

        text.AddRange(dice.Chance(0.25) ? Piece.Line(Lexicon.Sentence(dice.Chance(0.5) ? StatePhrases.Condition(dice) : facts.Lexicon.Known(Lexicon.List.Conditional)), FieldTag.Other) : []);
        return text;
    }

    /// <summary>The other party of the payment: the phone, and sometimes name, document and bank.</summary>
    private static List<Piece> Party(Facts facts, bool received)
    {
        var (dice, values) = (facts.Dice, facts.Values);
        var other = received ? facts.Payer : facts.Beneficiary;
        var (phone, document, bank, name) = received
            ? (FieldTag.PayerPhone, FieldTag.PayerDocument, FieldTag.PayerBank, FieldTag.PayerName)
            : (FieldTag.BeneficiaryPhone, FieldTag.BeneficiaryDocument, FieldTag.BeneficiaryBank, FieldTag.BeneficiaryName);
        var to = received ? dice.Of("del", "de", "desde el", "enviado por el", "telf.") : dice.Of("al", "a", "al teléfono", "al número", "al celular", "hacia el");
        List<Piece> party = [.. Piece.Line(to, FieldTag.Other), .. Piece.Line(values.Phone(other.Phone, dice.Chance(0.12)), phone)];
        if (dice.Chance(0.45))
        {
            party.AddRange([.. Piece.Line(dice.Of("de", "a nombre de", "", "titular"), FieldTag.Other), .. Piece.Line(other.Name, name)]);
        }

        if (dice.Chance(0.45))
        {
            party.AddRange([.. Piece.Line(dice.Of("C.I.", "CI", "cédula", "ID", ""), FieldTag.Label), .. Piece.Line(values.Document(other.Letter, other.Document), document)]);
        }

        if (dice.Chance(0.55))
        {
            party.AddRange([.. Piece.Line(dice.Of("banco", "del", "en", "-", "del banco", "de"), FieldTag.Other), .. Piece.Line(dice.Pick(other.Bank.Names), bank)]);
        }

        return party;
    }

    private static IEnumerable<List<Piece>> Clauses(Facts facts, bool received)
    {
        var (dice, values) = (facts.Dice, facts.Values);
        yield return Party(facts, received);
        yield return [.. Piece.Line(dice.Of("Ref:", "Ref.", "referencia", "Ref", "Nro. de referencia", "bajo el numero de operacion", "operación nro.", "REF", "con referencia", "comprobante"), FieldTag.Label), .. Piece.Line(facts.Reference, FieldTag.Reference)];
        if (dice.Chance(0.9))
        {
            yield return [.. Piece.Line(dice.Of("el", "en fecha:", "en fecha", "Fecha:", "el día", "F", ""), FieldTag.Other), .. Piece.Line(values.Date(facts.When), FieldTag.Date), .. dice.Chance(0.6) ? [.. Piece.Line(dice.Of("a las", "hora:", "", "-", "hora"), FieldTag.Other), .. Piece.Line(values.Time(facts.When), FieldTag.Time)] : (List<Piece>)[]];
        }

        if (dice.Chance(0.3))
        {
            var account = received ? FieldTag.BeneficiaryAccount : FieldTag.PayerAccount;
            yield return [.. Piece.Line(received ? dice.Of("en tu cuenta", "en su cuenta", "abonado a") : dice.Of("desde tu cuenta", "de su cuenta", "debitado de"), FieldTag.Other), .. Piece.Line($"****{facts.Payer.Account[^4..]}", account)];
        }

        if (dice.Chance(0.2))
        {
            yield return [.. Piece.Line(dice.Of("concepto:", "por concepto de", "motivo:"), FieldTag.Label), .. Piece.Line(facts.Concept, FieldTag.Concept)];
        }

        if (dice.Chance(0.15))
        {
            yield return [.. Piece.Line(dice.Of("Saldo", "Disponible:", "comisión"), FieldTag.Label), .. values.Amount(Math.Round((decimal)dice.Between(1, 9000), 2), FieldTag.OtherAmount)];
        }
    }
}
