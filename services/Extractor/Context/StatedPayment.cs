using Ocr.Contracts;
using Ocr.Extractor.Layout;
using Ocr.Extractor.Rules;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Context;

/// <summary>The state of the payment as the page states it.</summary>
/// <param name="State">One of <see cref="PaymentStates"/>.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="Text">The words that state it; <see langword="null"/> when there are none.</param>
internal sealed record PaymentVerdict(string State, double Confidence, string? Text);

/// <summary>
/// Finds the state of the payment from the phrases of the rule file and from the model's result for the page. Text of the payer, conditions
/// (<c>si su pago fue rechazado …</c>) and text outside the receipt do not describe this payment.
/// </summary>
internal static class StatedPayment
{
    /// <summary>Maximum number of misread letters: <c>realizada</c> and <c>rechazada</c> differ in three, <c>no</c> and <c>ya</c> in two.</summary>
    private const int MaxMisread = 1;

    /// <summary>A phrase describes something else when the model's probability of a statement is below this.</summary>
    private const double MinStatement = 0.15;

    /// <summary>Minimum probability of a reported state.</summary>
    private const double MinState = 0.5;

    /// <summary>When the model's probability of a completed payment, and of a word that states it, is at least this, a contradicting phrase must be a statement by the model too.</summary>
    private const double SureState = 0.9;

    private const double Listed = 0.99;
    private const int ConditionReach = 12;

    private static readonly HashSet<string> Sent = ["enviado", "enviada", "enviaste", "sent"];
    private static readonly HashSet<string> Conditions = ["si", "cuando", "caso", "nunca", "siempre", "recuerde", "cualquier"];

    /// <summary>Finds the state of a page from its words and labels, without its fields.</summary>
    public static PaymentVerdict Find(ReceiptContext context)
    {
        if (FindListed(context) is { } listed)
        {
            return listed;
        }

        // the model was not trained on wallets: their titles decide
        if (context.Scores is not { } scores || (context.IsWallet && HasSuccessTitle(context)))
        {
            return new PaymentVerdict(PaymentStates.Done, MinState, null);
        }

        var (state, probability) = scores.State;
        if (state == PaymentStates.Received && IsSentByTitle(context))
        {
            // a notification of another payment, above a title such as "El dinero fue enviado"
            return new PaymentVerdict(PaymentStates.Done, MinState, null);
        }

        var words = context.Page.Tokens.Where(token => scores[token, FieldTag.State] >= MinState).Select(token => token.Text);
        return probability < MinState
            ? new PaymentVerdict(PaymentStates.Unknown, 0, null)
            : new PaymentVerdict(state, Math.Round(probability, 4), string.Join(' ', words) is { Length: > 0 } text ? text : null);
    }

    /// <summary>Whether a title of a completed payment is on the page.</summary>
    public static bool HasSuccessTitle(ReceiptContext context) =>
        context.Hits.Any(hit => context.Rules.Vocabulary.Successes.Contains(hit.Entry.Phrase.Key));

    /// <summary>Whether a title of a completed payment states that money was sent.</summary>
    private static bool IsSentByTitle(ReceiptContext context) => context.Hits.Any(hit =>
        context.Rules.Vocabulary.Successes.Contains(hit.Entry.Phrase.Key) && hit.Tokens.Any(token => Sent.Contains(token.Key)));

    private static PaymentVerdict? FindListed(ReceiptContext context)
    {
        var vocabulary = context.Rules.Vocabulary;
        foreach (var hit in context.Hits.Where(hit => vocabulary.States.ContainsKey(hit.Entry.Phrase.Key)))
        {
            var misread = Math.Round((1 - hit.Likeness) * hit.Entry.Phrase.Key.Length);
            // a single word, which occurs in other sentences too, must be a title and be read exactly
            if (misread <= (hit.Entry.Phrase.WordCount > 1 ? MaxMisread : 0) && Describes(context, hit.Tokens))
            {
                return Verdict(vocabulary.States[hit.Entry.Phrase.Key], hit.Tokens);
            }
        }

        foreach (var text in Texts(context))
        {
            foreach (var match in vocabulary.StateFinder.FindAll(text).Where(match => match.Distance <= MaxMisread))
            {
                var tokens = text.GetRange(match.Start, match.Count);
                if (!IsConditional(text, match.Start) && Describes(context, tokens))
                {
                    return Verdict(vocabulary.States[match.Phrase.Key], tokens);
                }
            }
        }

        return null;
    }

    private static PaymentVerdict Verdict(string state, IReadOnlyList<Token> tokens) => new(state, Listed, string.Join(' ', tokens.Select(token => token.Text)));

    /// <summary>Whether the tokens are a statement; without a model every phrase is one.</summary>
    private static bool Describes(ReceiptContext context, IReadOnlyList<Token> tokens)
    {
        if (context.Scores is not { } scores)
        {
            return true;
        }

        // a page without another statement is a completed payment only by default
        var hasStatement = context.Page.Tokens.Any(token => scores[token, FieldTag.State] >= SureState);
        var isDone = scores.State is (PaymentStates.Done, >= SureState);
        // "Estado: incompleto": only the value of a label states something
        var words = tokens.Where(token => !context.NameTokens.Contains(token)).DefaultIfEmpty(tokens[0]);
        return !hasStatement || words.Average(token => scores[token, FieldTag.State]) >= (isDone ? MinState : MinStatement);
    }

    /// <summary>Whether a conjunction precedes the phrase in the same sentence.</summary>
    private static bool IsConditional(List<Token> text, int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - ConditionReach); i--)
        {
            if (text[i].Text[^1] is '.' or '!' or '?' && text[i].Key.Length > 3)
            {
                return false;
            }

            if (Conditions.Contains(text[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the page from top to bottom, so that a sentence may continue in the next line, and every label that is not a field's with its value.</summary>
    private static IEnumerable<List<Token>> Texts(ReceiptContext context)
    {
        yield return [.. context.Page.Rows.Where(row => !row.IsStatusBar).SelectMany(row => row.Tokens)
            .Where(token => !context.OwnersOf(token).Any(label => label.Entry.IsFreeText))];
        foreach (var label in context.Hits.Where(hit => hit.Entry.Role == LabelRole.Ignored))
        {
            yield return [.. label.Tokens, .. context.ValueRegionOf(label).Tokens];
        }
    }
}
