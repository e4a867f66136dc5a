using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Pages;

/// <summary>Payer and beneficiary as blocks whose values have no separate labels.</summary>
internal static class Parties
{
    /// <summary>Places the blocks stacked, side by side, as a matrix, or the beneficiary's alone.</summary>
    public static float Set(Area area, Facts facts, bool toAccount)
    {
        var dice = facts.Dice;
        var both = dice.Chance(0.65);
        if (!both)
        {
            return Block(area, facts, isPayer: false, toAccount, isLabeled: dice.Chance(0.85));
        }

        return dice.Whole(0, 9) switch
        {
            < 5 => Stacked(area, facts, toAccount),
            < 8 => SideBySide(area, facts, toAccount),
            _ => Matrix(area, facts),
        };
    }

    /// <summary>One value that contains phone, name, document and bank in one line or in several.</summary>
    public static Item OneValue(Facts facts, bool toAccount)
    {
        var dice = facts.Dice;
        var label = facts.Lexicon.Label(facts.Lexicon.Known(Lexicon.List.PartyHeadings["beneficiary"]));
        var parts = Data(facts, isPayer: false, toAccount);
        if (dice.Chance(0.45))
        {
            return new Item(Piece.Line(label, FieldTag.Label), parts);
        }

        var separator = dice.Of("", "", "-", "-", "·", ",", "/");
        var run = new List<Piece>();
        foreach (var part in parts)
        {
            if (run.Count > 0 && separator.Length > 0)
            {
                run.Add(new Piece(separator, FieldTag.Other) { Glued = separator == "," });
            }

            run.AddRange(part);
        }

        return new Item(Piece.Line(label, FieldTag.Label), [run]);
    }

    private static float Stacked(Area area, Facts facts, bool toAccount)
    {
        var payerFirst = facts.Dice.Chance(0.65);
        var y = Block(area, facts, payerFirst, toAccount, isLabeled: true);
        return Block(area with { Y = y + (area.Size * facts.Dice.Between(0.5, 1.5)) }, facts, !payerFirst, toAccount, isLabeled: true);
    }

    private static float SideBySide(Area area, Facts facts, bool toAccount)
    {
        var half = (area.Width / 2) - area.Size;
        var payerFirst = facts.Dice.Chance(0.75);
        var right = area with { X = area.Middle + (area.Size / 2), Width = half };
        return Math.Max(
            Block(area with { Width = half }, facts, payerFirst, toAccount, isLabeled: true),
            Block(right, facts, !payerFirst, toAccount, isLabeled: true));
    }

    private static float Block(Area area, Facts facts, bool isPayer, bool toAccount, bool isLabeled)
    {
        var dice = facts.Dice;
        var y = area.Y;
        if (isLabeled)
        {
            var heading = facts.Lexicon.Label(facts.Lexicon.Known(Lexicon.List.PartyHeadings[isPayer ? "payer" : "beneficiary"]));
            y = Stacks.Lines(area, area.Canvas.Wrap([Piece.Line(heading, FieldTag.Label)], area.Size, area.Width), area.Size, 0, y) + (0.15f * area.Size);
        }

        var lines = Data(facts, isPayer, toAccount);
        if (dice.Chance(0.35))
        {
            var separator = dice.Of("-", "·", ",", "|", "");
            lines = [[.. lines.SelectMany((line, i) => i > 0 && separator.Length > 0 ? line.Prepend(new Piece(separator, FieldTag.Other) { Glued = separator == "," }) : line)]];
        }

        return Stacks.Lines(area with { X = area.X + (dice.Chance(0.2) ? area.Size : 0) }, area.Canvas.Wrap(lines, area.Size, area.Width), area.Size, 0, y);
    }

    private static float Matrix(Area area, Facts facts)
    {
        var dice = facts.Dice;
        var (size, y) = (0.85f * area.Size, area.Y);
        float[] columns = [area.X, area.X + (0.26f * area.Width), area.X + (0.64f * area.Width)];
        var payerFirst = dice.Chance(0.8);
        var lexicon = facts.Lexicon;
        var heads = new[] { lexicon.Known(Lexicon.List.PartyHeadings["payer"]), lexicon.Known(Lexicon.List.PartyHeadings["beneficiary"]) };
        area.Canvas.Put(columns[payerFirst ? 1 : 2], y, size, Piece.Line(lexicon.Label(heads[0]), FieldTag.Label));
        area.Canvas.Put(columns[payerFirst ? 2 : 1], y, size, Piece.Line(lexicon.Label(heads[1]), FieldTag.Label));
        foreach (var noun in dice.Shuffle(["bank", "phone", "document", "name"]).Take(dice.Whole(2, 4)))
        {
            y += 1.9f * size;
            area.Canvas.Put(columns[0], y, size, Piece.Line(lexicon.Label(lexicon.Known(Lexicon.List.Nouns[noun])), FieldTag.Label));
            area.Canvas.Put(columns[payerFirst ? 1 : 2], y, size, Datum(facts, noun, isPayer: true));
            area.Canvas.Put(columns[payerFirst ? 2 : 1], y, size, Datum(facts, noun, isPayer: false));
        }

        return y + (1.6f * size);
    }

    private static List<Piece> Datum(Facts facts, string noun, bool isPayer)
    {
        var party = isPayer ? facts.Payer : facts.Beneficiary;
        return noun switch
        {
            "bank" => Piece.Line(facts.Dice.Pick(party.Bank.Names), isPayer ? FieldTag.PayerBank : FieldTag.BeneficiaryBank),
            "phone" => Piece.Line(facts.Values.Phone(party.Phone, false), isPayer ? FieldTag.PayerPhone : FieldTag.BeneficiaryPhone),
            "document" => Piece.Line(facts.Values.Document(party.Letter, party.Document), isPayer ? FieldTag.PayerDocument : FieldTag.BeneficiaryDocument),
            _ => Piece.Line(party.Name, isPayer ? FieldTag.PayerName : FieldTag.BeneficiaryName),
        };
    }

    private static List<List<Piece>> Data(Facts facts, bool isPayer, bool toAccount)
    {
        var dice = facts.Dice;
        var party = isPayer ? facts.Payer : facts.Beneficiary;
        var data = new List<List<Piece>>();
        if (dice.Chance(isPayer ? 0.55 : 0.6))
        {
            data.Add(Piece.Line(party.Name, isPayer ? FieldTag.PayerName : FieldTag.BeneficiaryName));
        }

        if (isPayer || toAccount ? dice.Chance(0.7) : dice.Chance(0.05))
        {
            data.Add(facts.Account(party, isPayer ? FieldTag.PayerAccount : FieldTag.BeneficiaryAccount));
        }

        if (!toAccount || isPayer)
        {
            var chance = isPayer ? 0.4 : 0.95;
            if (dice.Chance(chance))
            {
                data.Add(Piece.Line(facts.Values.Phone(party.Phone, dice.Chance(0.08)), isPayer ? FieldTag.PayerPhone : FieldTag.BeneficiaryPhone));
            }
        }

        if (dice.Chance(isPayer ? 0.35 : 0.85))
        {
            data.Add(Piece.Line(facts.Values.Document(party.Letter, party.Document), isPayer ? FieldTag.PayerDocument : FieldTag.BeneficiaryDocument));
        }

        if (data.Count == 0 || dice.Chance(isPayer ? 0.5 : 0.88))
        {
            data.Add(Piece.Line(facts.BankText(party.Bank, mayBeBare: false), isPayer ? FieldTag.PayerBank : FieldTag.BeneficiaryBank));
        }

        return dice.Chance(0.5) ? [.. dice.Shuffle(data)] : data;
    }
}
