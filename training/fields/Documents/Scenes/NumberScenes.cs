using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Scenes;

/// <summary>Generates screens with many numbers that are not receipts: contacts, prices, plays, lottery tickets, the home screen of a bank.</summary>
internal static class NumberScenes
{
    private static readonly string[] Animals = ["oso", "burro", "tigre", "ratón", "águila", "carnero", "ciempiés", "león", "gato", "delfín", "mono", "zorro"];

    public static void Make(Area area, Facts facts, IReadOnlyList<DocumentBank> banks)
    {
        var kind = facts.Dice.Whole(0, 4);
        switch (kind)
        {
            case 3:
                Ticket(area, facts);
                break;
            case 4:
                BankHome(area, facts, banks);
                break;
            default:
                List(area, facts, kind);
                break;
        }
    }

    /// <summary>Contacts, prices or plays, one per line.</summary>
    private static void List(Area area, Facts facts, int kind)
    {
        var dice = facts.Dice;
        var y = OtherScene.Title(area, facts, ["lista", "contactos", "jugadas", "precios", "resultados", "mis números"]);
        for (var row = dice.Whole(2, 14); row > 0; row--)
        {
            List<Piece> line = kind switch
            {
                0 => [.. Piece.Line(facts.Lexicon.Name(), FieldTag.Other), .. Piece.Line("0424-" + dice.Digits(7), FieldTag.OtherPhone)],
                1 => [.. Piece.Line(dice.Pick(Lexicon.List.Goods), FieldTag.Other), .. OtherScene.Money(dice, signed: false)],
                _ => Piece.Line($"{dice.Digits(2)} {dice.Digits(2)} {dice.Of("león", "gato", "delfín", "x", "serie")} {dice.Digits(3)}", FieldTag.Other),
            };
            y = Stacks.Lines(area, [line], area.Size, 0, y) + (0.4f * area.Size);
        }
    }

    /// <summary>Plays with hour and price, a number of the ticket and a total.</summary>
    private static void Ticket(Area area, Facts facts)
    {
        var dice = facts.Dice;
        var y = OtherScene.Title(area, facts, ["jugadas", "animalitos", "ticket de juego", "triples", "mi jugada"]);
        area.Canvas.Put(area.X, y, area.Size, [.. Piece.Line(dice.Of("Ticket:", "Ticket", "Serial:", "Nro. de ticket", "Taquilla"), FieldTag.Label), .. Piece.Line(dice.Digits(dice.Whole(5, 12)), FieldTag.Code)]);
        area.Canvas.Right(area.Right, y, area.Size, Piece.Line(facts.Values.Date(facts.When), FieldTag.OtherDate));
        y += 1.8f * area.Size;
        for (var row = dice.Whole(2, 9); row > 0; row--)
        {
            area.Canvas.Put(area.X, y, area.Size, Piece.Line($"{dice.Digits(2)} {dice.Pick(Animals)}", FieldTag.Other));
            area.Canvas.Right(area.Right, y, area.Size, [.. Piece.Line($"{dice.Whole(1, 12)}:00 {dice.Of("AM", "PM", "M")}", FieldTag.OtherTime), .. OtherScene.Money(dice, signed: false)]);
            y += 1.7f * area.Size;
        }

        area.Canvas.Put(area.X, y, area.Size, Piece.Line(dice.Of("Total", "TOTAL:", "Total jugado", "Monto"), FieldTag.Label));
        area.Canvas.Right(area.Right, y, area.Size, OtherScene.Money(dice, signed: false));
    }

    /// <summary>Accounts with their balances and a menu of actions.</summary>
    private static void BankHome(Area area, Facts facts, IReadOnlyList<DocumentBank> banks)
    {
        var (dice, bank) = (facts.Dice, facts.Dice.Pick(banks));
        var y = Stacks.Lines(area, [Piece.Line(dice.Pick(bank.Names), FieldTag.OtherBank), Piece.Line($"{dice.Of("Hola,", "Bienvenido,", "Buenas tardes")} {facts.Lexicon.Name()}", FieldTag.Other)], area.Size, 0.6f, area.Y);
        for (var account = dice.Whole(1, 3); account > 0; account--)
        {
            y = Stacks.Lines(area, [Piece.Line(dice.Of("Cuenta corriente", "Cuenta de ahorro", "Cuenta custodia"), FieldTag.Other), Piece.Line($"{bank.Code}****{dice.Digits(4)}", FieldTag.Other), OtherScene.Money(dice, signed: false), Piece.Line(dice.Of("Saldo disponible", "Disponible", "Saldo actual"), FieldTag.Other)], area.Size, 0.3f, y + area.Size);
        }

        foreach (var tile in dice.Shuffle(["Pago móvil", "Transferencias", "Recargas", "Servicios", "Tarjetas", "Divisas", "Créditos"]).Take(dice.Whole(2, 6)))
        {
            y = Stacks.Lines(area, [Piece.Line(tile, FieldTag.Other)], 0.9f * area.Size, 0, y + (0.4f * area.Size));
        }

        for (var row = dice.Whole(0, 5); row > 0; row--)
        {
            area.Canvas.Put(area.X, y, area.Size, Piece.Line(dice.Of("COMPRA POS", "PAGO MOVIL", "COMISION", "RECARGA"), FieldTag.Other));
            area.Canvas.Right(area.Right, y, area.Size, OtherScene.Money(dice, signed: true));
            y += 1.6f * area.Size;
        }
    }
}
