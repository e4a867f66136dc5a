using System.Globalization;
using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Scenes;

/// <summary>Pictures that customers send and that are not a receipt of one payment. None of their values is a field.</summary>
internal static class OtherScene
{
    public static Document Make(Facts facts, IReadOnlyList<DocumentBank> banks, PageKind kind)
    {
        var dice = facts.Dice;
        var size = dice.Between(13, 36);
        var canvas = new Canvas(dice, size * dice.Between(16, 44));
        var area = new Area(canvas, canvas.Width * 0.04f, size, canvas.Width * 0.92f, size);
        Action<Area, Facts, IReadOnlyList<DocumentBank>> set = kind switch
        {
            PageKind.Statement => Statement,
            PageKind.BackOffice => BackOffice,
            PageKind.Checkout => Checkout,
            PageKind.PaymentData => PaymentData,
            PageKind.Shop => Shop,
            PageKind.Chat => Chat,
            _ => NumberScenes.Make,
        };
        set(area, facts, banks);
        return new Document(canvas.Words, canvas.Width, canvas.Bottom + size, kind, PageState.Desconocido, false, kind.ToString());
    }

    private static void Statement(Area area, Facts facts, IReadOnlyList<DocumentBank> banks)
    {
        var dice = facts.Dice;
        var y = Title(area, facts, Lexicon.List.Statement);
        var heads = dice.Shuffle(["fecha", "descripción", "referencia", "monto", "saldo", "banco"]).Take(dice.Whole(3, 5)).ToArray();
        var step = area.Width / heads.Length;
        if (dice.Chance(0.75))
        {
            for (var i = 0; i < heads.Length; i++)
            {
                area.Canvas.Put(area.X + (i * step), y, area.Size, Piece.Line(facts.Lexicon.Label(heads[i]), FieldTag.Label));
            }

            y += 1.8f * area.Size;
        }

        for (var row = dice.Whole(3, 14); row > 0; row--)
        {
            for (var i = 0; i < heads.Length; i++)
            {
                List<Piece> cell = heads[i] switch
                {
                    "fecha" => Piece.Line(facts.When.AddDays(-row).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), FieldTag.OtherDate),
                    "referencia" => Piece.Line(dice.Digits(dice.Whole(5, 12)), FieldTag.Code),
                    "monto" or "saldo" => Money(dice, signed: true),
                    "banco" => Piece.Line(dice.Pick(dice.Pick(banks).Names), FieldTag.OtherBank),
                    _ => Piece.Line(dice.Of("PAGO MOVIL", "TRANSF. TERCEROS", "COMISION", "CR.I/REC", "COMPRA POS", "DEPOSITO", "P2P"), FieldTag.Other),
                };
                area.Canvas.Put(area.X + (i * step), y, 0.85f * area.Size, cell);
            }

            y += area.Size * 1.7f;
        }
    }

    private static void BackOffice(Area area, Facts facts, IReadOnlyList<DocumentBank> banks)
    {
        var dice = facts.Dice;
        var y = Title(area, facts, Lexicon.List.Backoffice);
        for (var card = dice.Whole(2, 5); card > 0; card--)
        {
            foreach (var line in dice.Shuffle<List<Piece>>(
            [
                [.. Piece.Line(facts.Lexicon.Label("referencia"), FieldTag.Label), .. Piece.Line(dice.Digits(dice.Whole(5, 12)), FieldTag.Code)],
                [.. Piece.Line(facts.Lexicon.Label("monto"), FieldTag.Label), .. Money(dice, signed: false)],
                [.. Piece.Line(facts.Lexicon.Label("banco"), FieldTag.Label), .. Piece.Line(dice.Pick(dice.Pick(banks).Names), FieldTag.OtherBank)],
                [.. Piece.Line(facts.Lexicon.Label("teléfono"), FieldTag.Label), .. Piece.Line("0414" + dice.Digits(7), FieldTag.OtherPhone)],
                [.. Piece.Line(facts.Lexicon.Name(), FieldTag.Other), .. Piece.Line("V-" + dice.Digits(8), FieldTag.OtherDocument)],
            ]).Take(dice.Whole(2, 5)))
            {
                y = Stacks.Lines(area, [line], area.Size, 0, y);
            }

            y = Stacks.Lines(area, [Piece.Line(string.Join(' ', dice.Shuffle(Lexicon.List.Backoffice).Take(dice.Whole(1, 3)).Select(Lexicon.Sentence)), FieldTag.Other)], area.Size, 0, y) + area.Size;
        }
    }

    private static void Checkout(Area area, Facts facts, IReadOnlyList<DocumentBank> banks)
    {
        var dice = facts.Dice;
        var y = Title(area, facts, Lexicon.List.Checkout);
        y = Data(area with { Y = y }, facts, banks) + area.Size;
        y = Stacks.Lines(area, [[.. Piece.Line(facts.Lexicon.Label(dice.Of("total a pagar", "total", "monto", "subtotal")), FieldTag.Label), .. Money(dice, signed: false)]], area.Size, 0, y);
        foreach (var text in dice.Shuffle(Lexicon.List.Checkout).Take(dice.Whole(2, 5)))
        {
            y = Stacks.Lines(area, [Piece.Line(Lexicon.Sentence(text), FieldTag.Other)], area.Size, 0, y + (0.5f * area.Size));
        }

        if (dice.Chance(0.4))
        {
            area.Canvas.Put(area.X, y + area.Size, area.Size, [.. Piece.Line(facts.Lexicon.Label("referencia"), FieldTag.Label), .. dice.Chance(0.5) ? Piece.Line(dice.Digits(6), FieldTag.Code) : []]);
        }
    }

    private static void PaymentData(Area area, Facts facts, IReadOnlyList<DocumentBank> banks)
    {
        var y = Title(area, facts, Lexicon.List.PaymentData);
        y = Data(area with { Y = y }, facts, banks);
        if (facts.Dice.Chance(0.3))
        {
            Stacks.Lines(area, [[.. Piece.Line(facts.Lexicon.Label("monto"), FieldTag.Label), .. Money(facts.Dice, signed: false)]], area.Size, 0, y + area.Size);
        }
    }

    private static void Shop(Area area, Facts facts, IReadOnlyList<DocumentBank> banks)
    {
        var dice = facts.Dice;
        area.Canvas.IsMono = true;
        var y = Stacks.Lines(area, [Piece.Line(facts.Lexicon.Name(), FieldTag.Other), [.. Piece.Line("RIF:", FieldTag.Label), .. Piece.Line($"J-{dice.Digits(8)}-{dice.Digits(1)}", FieldTag.OtherDocument)]], area.Size, 0.5f, area.Y);
        y = Stacks.Lines(area, [[.. Piece.Line(dice.Of("FACTURA", "Factura:", "NRO. FACTURA", "LOTE", "TERMINAL", "REF"), FieldTag.Label), .. Piece.Line(dice.Digits(dice.Whole(4, 8)), FieldTag.Code)], [.. Piece.Line("FECHA:", FieldTag.Label), .. Piece.Line(facts.Values.Date(facts.When), FieldTag.OtherDate)]], area.Size, 0, y);
        foreach (var good in dice.Shuffle(Lexicon.List.Goods).Take(dice.Whole(2, 7)))
        {
            area.Canvas.Put(area.X, y, area.Size, Piece.Line(good.ToUpperInvariant(), FieldTag.Other));
            area.Canvas.Right(area.Right, y, area.Size, Money(dice, signed: false));
            y += 1.3f * area.Size;
        }

        foreach (var text in dice.Shuffle(Lexicon.List.Shop).Take(dice.Whole(2, 6)))
        {
            area.Canvas.Put(area.X, y, area.Size, Piece.Line(text.ToUpperInvariant(), FieldTag.Other));
            area.Canvas.Right(area.Right, y, area.Size, dice.Chance(0.6) ? Money(dice, signed: false) : Piece.Line(dice.Digits(4), FieldTag.Code));
            y += 1.3f * area.Size;
        }
    }

    private static void Chat(Area area, Facts facts, IReadOnlyList<DocumentBank> banks)
    {
        var dice = facts.Dice;
        area.Canvas.Put(area.X, area.Y, area.Size, Piece.Line(facts.Lexicon.Name(), FieldTag.Other));
        var y = area.Y + (2 * area.Size);
        for (var message = dice.Whole(3, 9); message > 0; message--)
        {
            var bubble = area with { X = area.X + (dice.Chance(0.5) ? 0.3f * area.Width : 0), Width = area.Width * 0.65f, Y = y };
            y = dice.Chance(0.2) ? Data(bubble, facts, banks) : Running.Flow(bubble, Piece.Line($"{dice.Pick(Lexicon.List.Chat)} {(dice.Chance(0.3) ? dice.Pick(Lexicon.List.Chat) : "")}", FieldTag.Other), dice);
            area.Canvas.Right(bubble.Right, y, 0.7f * area.Size, Piece.Line($"{dice.Whole(1, 12)}:{dice.Whole(10, 59)}{dice.Of("", " p. m.", " a.m.")}", FieldTag.OtherTime));
            y += 2 * area.Size;
        }
    }

    /// <summary>Data for a future payment.</summary>
    private static float Data(Area area, Facts facts, IReadOnlyList<DocumentBank> banks)
    {
        var (dice, party, lexicon) = (facts.Dice, facts.Beneficiary, facts.Lexicon);
        var labeled = dice.Chance(0.7);
        List<Piece> Line(string noun, string text, FieldTag tag) =>
            [.. labeled ? Piece.Line(lexicon.Label(lexicon.Known(Lexicon.List.Nouns[noun])), FieldTag.Label) : [], .. Piece.Line(text, tag)];
        List<List<Piece>> lines =
        [
            Line("phone", facts.Values.Phone(party.Phone, false), FieldTag.OtherPhone),
            Line("document", facts.Values.Document(party.Letter, party.Document), FieldTag.OtherDocument),
            Line("bank", facts.BankText(dice.Pick(banks)), FieldTag.OtherBank),
            .. dice.Chance(0.5) ? [Line("name", party.Name, FieldTag.Other)] : (List<List<Piece>>)[],
        ];
        return Stacks.Lines(area, dice.Shuffle(lines), area.Size, 0, area.Y);
    }

    public static float Title(Area area, Facts facts, IReadOnlyList<string> words) =>
        facts.Dice.Chance(0.8) ? Stacks.Lines(area, [Piece.Line(Lexicon.Sentence(facts.Lexicon.Known(words)), FieldTag.Other)], area.Size * facts.Dice.Between(1, 1.6), 0, area.Y) + area.Size : area.Y;

    public static List<Piece> Money(Dice dice, bool signed)
    {
        var text = Values.Local(Math.Round((decimal)Math.Pow(10, dice.Between(0.5, 4.5)), 2));
        return [.. dice.Chance(0.4) ? [new Piece(dice.Of("Bs.", "Bs", "$", "REF"), FieldTag.OtherAmount)] : (List<Piece>)[], new Piece((signed && dice.Chance(0.4) ? dice.Of("-", "+") : "") + text, FieldTag.OtherAmount)];
    }
}
