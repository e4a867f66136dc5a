using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Extractor.Engine;
using Ocr.Extractor.Rules;

namespace Ocr.Extractor.Classification;

/// <summary>The signs that indicate whether an image is a receipt, by their names in the rule file.</summary>
internal static class ReceiptSigns
{
    private const double Sure = 0.8;
    private const double Doubted = 0.7; // a value of lower confidence is not a sign: the model fills fields on any page of a bank
    private const int FewWords = 6;
    private const int SomeLabels = 3;
    private const int ManyLabels = 5;

    /// <summary>Signs of the page. Signs of the fields are defined in the rule file.</summary>
    public static FrozenDictionary<string, Func<ReceiptContext, bool>> ByName { get; } =
        new Dictionary<string, Func<ReceiptContext, bool>>
        {
            ["noText"] = context => context.Page.Tokens.Count == 0,
            ["fewWords"] = context => context.Page.Tokens.Count is > 0 and < FewWords,
            ["successTitle"] = HasSuccessTitle,
            ["failureTitle"] = context => context.Payment.State is PaymentStates.Rejected or PaymentStates.Reversed or PaymentStates.Voided,
            ["app"] = context => context.App is not null,
            ["someLabels"] = context => Labeled(context) is >= SomeLabels and < ManyLabels,
            ["manyLabels"] = context => Labeled(context) >= ManyLabels,
            ["messageTimes"] = OtherScreens.HasMessageTimes,
            ["listedAmounts"] = OtherScreens.ListsAmounts,
            ["listedPhones"] = OtherScreens.ListsPhones,
            ["modelReceipt"] = context => context.Scores is { Receipt: >= Sure },
            ["modelStatement"] = context => IsOther(context, "statement"),
            ["modelBackOffice"] = context => IsOther(context, "back-office"),
            ["modelCheckout"] = context => IsOther(context, "checkout"),
            ["modelPaymentData"] = context => IsOther(context, "payment-data"),
            ["modelShop"] = context => IsOther(context, "shop"),
            ["modelChat"] = context => IsOther(context, "chat"),
            ["modelOther"] = context => IsOther(context, "other"),
        }.ToFrozenDictionary();

    /// <summary>Whether a sign of the page or of the fields is present.</summary>
    public static bool IsSeen(string sign, ReceiptContext context, ReceiptRule rule) =>
        ByName.TryGetValue(sign, out var isSeen) ? isSeen(context) : IsSeen(rule.FieldSigns[sign], context, rule);

    private static bool IsSeen(FieldSign sign, ReceiptContext context, ReceiptRule rule) => sign.None.Count > 0
        ? !sign.None.Any(other => IsSeen(rule.FieldSigns[other], context, rule))
        : sign.Fields.Any(field => context[field].Field is var found && found.Value.Length >= sign.MinLength && (context.Scores is null || found.Confidence >= Doubted));

    /// <summary>Whether the model classifies the page as another kind, by its name in the pack.</summary>
    private static bool IsOther(ReceiptContext context, string kind) => context.Scores is { Receipt: < 1 - Sure } scores && scores.OtherKind == kind;

    /// <summary>Whether a title of a completed payment is on the page.</summary>
    public static bool HasSuccessTitle(ReceiptContext context) =>
        context.Hits.Any(hit => context.Rules.Vocabulary.Successes.Contains(hit.Entry.Phrase.Key));

    /// <summary>Returns the number of kinds of fields with a label and a value next to it.</summary>
    private static int Labeled(ReceiptContext context) => context.Hits
        .Where(hit => hit.Entry.Role == LabelRole.Field && context.ValueRegionOf(hit).Tokens.Any())
        .Select(hit => hit.Entry.Fields.Min)
        .Distinct().Count();
}
