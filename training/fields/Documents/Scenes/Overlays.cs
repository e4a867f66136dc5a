using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Scenes;

/// <summary>Adds text that is not part of the receipt over it or around it.</summary>
internal static class Overlays
{
    /// <summary>Adds one kind of foreign text. Its words hide what they cover.</summary>
    public static Document Add(Document page, Facts other, Dice dice) => dice.Whole(0, 7) switch
    {
        0 or 1 => Notification(page, other, dice),
        2 or 3 => Note(page, other, dice),
        4 => Keyboard(page, dice),
        5 => Window(page, other, dice),
        6 => Chat(page, other, dice),
        _ => Desktop(page, dice),
    };

    private static Document Notification(Document page, Facts other, Dice dice)
    {
        var size = Median(page) * dice.Between(0.6, 0.95);
        var canvas = new Canvas(dice, page.Width);
        var area = new Area(canvas, page.Width * 0.06f, size * dice.Between(0.3, 2), page.Width * 0.85f, size);
        List<Piece> head = [.. Piece.Line(dice.Pick(Lexicon.List.Notifications), FieldTag.Foreign), .. dice.Chance(0.6) ? Piece.Line(dice.Of("ahora", "hace 1 min", "3 m", "• ahora"), FieldTag.Foreign) : []];
        var body = dice.Whole(0, 3) switch
        {
            0 => MessageScene.Sentence(other, dice.Pick([PageState.Realizado, PageState.Recibido, PageState.Recibido, PageState.Rechazado, PageState.Pendiente])),
            1 => Piece.Line(string.Join(' ', dice.Shuffle(Lexicon.List.Chat).Take(2)), FieldTag.Foreign),
            2 => Piece.Line($"{other.Beneficiary.Name}: {dice.Pick(Lexicon.List.Chat)}", FieldTag.Foreign),
            _ => Piece.Line($"{dice.Of("Monto", "Pago", "Bs", "Debes", "Son")} {Values.Local(other.Amount)}", FieldTag.Foreign),
        };
        var y = Stacks.Lines(area, [head], size, 0, area.Y);
        Running.Flow(area with { Y = y }, As(FieldTag.Foreign, body), dice);
        return Cover(page, canvas.Words, shift: dice.Chance(0.4) ? canvas.Bottom + (0.5f * size) : 0);
    }

    /// <summary>A note or sticker, often next to a value.</summary>
    private static Document Note(Document page, Facts other, Dice dice)
    {
        var size = Median(page) * dice.Between(0.8, 2.2);
        var canvas = new Canvas(dice, page.Width);
        var text = dice.Whole(0, 5) switch
        {
            0 => $"{dice.Pick(Lexicon.List.Notes)} {Values.Local(other.Amount)}",
            1 => Values.Local(other.Amount),
            2 => dice.Digits(dice.Whole(1, 6)),
            4 => $"{dice.Of("PAGADO", "Anotado", "VISTO", "ok")} {dice.Whole(1, 28)}/{dice.Whole(1, 12)}",
            3 => $"{dice.Of("Bs", "son", "faltan", "ref")} {dice.Whole(10, 5000)}",
            _ => dice.Pick(Lexicon.List.Chat),
        };
        var near = dice.Pick(page.Words);
        var x = dice.Chance(0.6) ? Math.Min(near.X1 + (size * dice.Between(0.3, 2)), page.Width * 0.8f) : page.Width * dice.Between(0.05, 0.7);
        canvas.Put(x, dice.Chance(0.6) ? near.Y0 : page.Height * dice.Between(0.05, 0.9), size, Piece.Line(text, FieldTag.Foreign));
        return Cover(page, canvas.Words, 0);
    }

    private static Document Keyboard(Document page, Dice dice)
    {
        var size = Median(page) * dice.Between(0.9, 1.5);
        var canvas = new Canvas(dice, page.Width);
        var y = page.Height - (6.5f * size);
        foreach (var row in Lexicon.List.Keyboard.Take(dice.Whole(3, 5)))
        {
            var keys = row.Split(' ');
            for (var i = 0; i < keys.Length; i++)
            {
                canvas.Put((i + 0.5f) * page.Width / (keys.Length + 0.5f), y, size, [new Piece(keys[i], FieldTag.Foreign)]);
            }

            y += 1.6f * size;
        }

        return Cover(page, canvas.Words, 0, from: page.Height - (7f * size));
    }

    /// <summary>A small window over the picture.</summary>
    private static Document Window(Document page, Facts other, Dice dice)
    {
        var size = Median(page) * dice.Between(0.5, 0.9);
        var canvas = new Canvas(dice, page.Width);
        var area = new Area(canvas, page.Width * dice.Between(0.5, 0.7), page.Height * dice.Between(0.1, 0.7), page.Width * 0.28f, size);
        var text = string.Join(' ', dice.Shuffle(["EN VIVO", "Sorteo 7 pm", "Ganador", Values.Local(other.Amount), "Lotería", other.Reference, "Resultados", "1.234 viendo"]).Take(dice.Whole(2, 4)));
        Running.Flow(area, Piece.Line(text, FieldTag.Foreign), dice);
        return Cover(page, canvas.Words, 0);
    }

    private static Document Chat(Document page, Facts other, Dice dice)
    {
        var size = Median(page) * dice.Between(0.7, 1.2);
        var canvas = new Canvas(dice, page.Width);
        canvas.Put(page.Width * 0.08f, 0, size, Piece.Line(other.Beneficiary.Name, FieldTag.Foreign));
        canvas.Put(page.Width * 0.08f, 1.4f * size, 0.8f * size, Piece.Line(dice.Of("en línea", "Hoy, 4:12 p. m.", "últ. vez hoy 10:31", "Ayer 9:05"), FieldTag.Foreign));
        var header = 3.4f * size;
        var y = header + page.Height + (0.3f * size);
        for (var i = dice.Whole(0, 3); i > 0; i--)
        {
            var message = Piece.Line($"{dice.Pick(Lexicon.List.Chat)} {dice.Whole(1, 12)}:{dice.Whole(10, 59)}{dice.Of("", " p. m.")}", FieldTag.Foreign);
            canvas.Put(page.Width * dice.Between(0.03, 0.4), y, size, message);
            y += 2.2f * size;
        }

        canvas.Put(page.Width * 0.15f, y, size, Piece.Line(dice.Of("Mensaje", "Responder", "Escribe un mensaje", "Añade un comentario..."), FieldTag.Foreign));
        return Cover(page, canvas.Words, header);
    }

    private static Document Desktop(Document page, Dice dice)
    {
        var size = Median(page) * dice.Between(0.7, 1.1);
        var wide = page.Width * dice.Between(1, 2.2);
        var canvas = new Canvas(dice, wide);
        canvas.Put(0.02f * wide, 0, size, Piece.Line($"https://enlinea.{dice.Of("ejemplo", "banco", "pagos")}.com.ve/op {dice.Of("WhatsApp (3)", "Correo", "Inicio", "Nueva pestaña")} {dice.Of("YouTube", "Banca en línea", "Facebook")}", FieldTag.Foreign));
        var top = 2.5f * size;
        canvas.Right(wide - size, top + page.Height + size, 0.9f * size, Piece.Line($"{dice.Whole(1, 12)}:{dice.Whole(10, 59)} p. m.", FieldTag.Foreign));
        canvas.Right(wide - size, top + page.Height + (2.1f * size), 0.9f * size, Piece.Line($"{dice.Whole(10, 28)}/{dice.Whole(10, 12)}/2026", FieldTag.Foreign));
        var left = (wide - page.Width) * dice.Between(0.2, 0.8);
        var moved = page with { Words = [.. page.Words.Select(word => word with { X0 = word.X0 + left, X1 = word.X1 + left })], Width = wide };
        return Cover(moved, canvas.Words, top);
    }

    private static IEnumerable<Piece> As(FieldTag tag, IEnumerable<Piece> pieces) => pieces.Select(piece => piece with { Tag = tag });

    private static float Median(Document page)
    {
        float[] heights = [.. page.Words.Select(word => word.Y1 - word.Y0).Order()];
        return heights[heights.Length / 2];
    }

    /// <summary>Draws words over a page that is shifted down; covered words are removed, and so are words below <c>from</c>.</summary>
    private static Document Cover(Document page, IReadOnlyList<Placed> over, float shift, float from = float.MaxValue)
    {
        var under = page.Words.Select(word => word with { Y0 = word.Y0 + shift, Y1 = word.Y1 + shift })
            .Where(word => word.Y1 < from && !over.Any(top => top.X0 < word.X1 && word.X0 < top.X1 && top.Y0 < word.Y1 && word.Y0 < top.Y1));
        Placed[] words = [.. under, .. over.Select(word => word with { Tag = FieldTag.Foreign, Last = FieldTag.Foreign })];
        return page with { Words = words, Height = Math.Max(page.Height + shift, over.Max(word => word.Y1) + 4) };
    }
}
