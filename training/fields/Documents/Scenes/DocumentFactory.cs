using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Scenes;

/// <summary>Generates documents by number; the same seed, split and number give the same document.</summary>
internal sealed class DocumentFactory(IReadOnlyList<DocumentBank> banks, Split split, int seed)
{
    private static readonly (PageState State, int Weight)[] States =
    [
        (PageState.Realizado, 60), (PageState.Pendiente, 7), (PageState.Programado, 5), (PageState.Rechazado, 7), (PageState.Reversado, 4),
        (PageState.Anulado, 4), (PageState.Recibido, 6), (PageState.Solicitud, 3), (PageState.Desconocido, 4),
    ];

    private static readonly PageKind[] Others =
        [PageKind.Statement, PageKind.BackOffice, PageKind.Checkout, PageKind.PaymentData, PageKind.Shop, PageKind.Chat, PageKind.Other];

    public Document Make(int number)
    {
        var dice = new Dice(HashCode(number));
        var state = PickState(dice);
        if (dice.Chance(0.1))
        {
            return OtherScene.Make(NewFacts(dice), banks, dice.Pick(Others));
        }

        var page = Receipt(dice, state);
        if (dice.Chance(0.09))
        {
            // one record, independent of the second receipt
            return DoubleScene.Join(page, Receipt(dice, dice.Chance(0.7) ? page.State : PickState(dice)), dice);
        }

        return dice.Chance(0.15) && page.Words.Count > 3 ? Overlays.Add(page, NewFacts(dice), dice) : page;
    }

    private Document Receipt(Dice dice, PageState state)
    {
        var isMessage = dice.Chance(state == PageState.Recibido ? 0.4 : 0.14);
        Document page;
        do
        {
            page = isMessage ? MessageScene.Make(NewFacts(dice), split, state) : ReceiptScene.Make(NewFacts(dice), split, state);
        }
        while (page.Words.Count < 4);
        return page;
    }

    private Facts NewFacts(Dice dice) => new(dice, new Lexicon(dice, split), banks);

    private static PageState PickState(Dice dice)
    {
        var place = dice.Whole(0, States.Sum(item => item.Weight) - 1);
        foreach (var (state, weight) in States)
        {
            if (place < weight)
            {
                return state;
            }

            place -= weight;
        }

        return PageState.Realizado;
    }

    private int HashCode(int number) => unchecked((seed * 1_000_003) ^ (number * 7919) ^ ((int)split * 104_729));
}
