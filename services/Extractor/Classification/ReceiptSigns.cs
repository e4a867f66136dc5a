using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Extractor.Context;
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
            [PageSigns.NoText] = context => context.Page.Tokens.Count == 0,
            [PageSigns.FewWords] = context => context.Page.Tokens.Count is > 0 and < FewWords,
            [PageSigns.SuccessTitle] = StatedPayment.HasSuccessTitle,
            [PageSigns.FailureTitle] = context => context.Payment.State is PaymentStates.Rejected or PaymentStates.Reversed or PaymentStates.Voided,
            [PageSigns.TextAtEdge] = context => context.Page.Tokens.Any(token => context.Page.IsAtEdge(token.Box)),
            [PageSigns.App] = context => context.App is not null,
            [PageSigns.SomeLabels] = context => Labeled(context) is >= SomeLabels and < ManyLabels,
            [PageSigns.ManyLabels] = context => Labeled(context) >= ManyLabels,
            [PageSigns.MessageTimes] = OtherScreens.HasMessageTimes,
            [PageSigns.ListedAmounts] = OtherScreens.ListsAmounts,
            [PageSigns.ListedPhones] = OtherScreens.ListsPhones,
            [PageSigns.ModelReceipt] = context => context.Scores is { Receipt: >= Sure },
            [PageSigns.ModelStatement] = context => IsOther(context, "statement"),
            [PageSigns.ModelBackOffice] = context => IsOther(context, "back-office"),
            [PageSigns.ModelCheckout] = context => IsOther(context, "checkout"),
            [PageSigns.ModelPaymentData] = context => IsOther(context, "payment-data"),
            [PageSigns.ModelShop] = context => IsOther(context, "shop"),
            [PageSigns.ModelChat] = context => IsOther(context, "chat"),
            [PageSigns.ModelOther] = context => IsOther(context, "other"),
        }.ToFrozenDictionary();

    /// <summary>Whether a sign of the page or of the fields is present.</summary>
    public static bool IsSeen(string sign, ReceiptContext context, ReceiptRule rule) =>
        ByName.TryGetValue(sign, out var isSeen) ? isSeen(context) : IsSeen(rule.FieldSigns[sign], context, rule);

    private static bool IsSeen(FieldSign sign, ReceiptContext context, ReceiptRule rule) => sign.None.Count > 0
        ? !sign.None.Any(other => IsSeen(rule.FieldSigns[other], context, rule))
        : sign.Fields.Any(field => context[field].Field is var found && found.Value.Length >= sign.MinLength && (context.Scores is null || found.Confidence >= Doubted));

    /// <summary>Whether the model classifies the page as another kind, by its name in the pack.</summary>
    private static bool IsOther(ReceiptContext context, string kind) => context.Scores is { Receipt: < 1 - Sure } scores && scores.OtherKind == kind;

    /// <summary>Returns the number of kinds of fields with a label and a value next to it.</summary>
    private static int Labeled(ReceiptContext context) => context.Hits
        .Where(hit => hit.Entry.Role == LabelRole.Field && context.ValueRegionOf(hit).Tokens.Any())
        .Select(hit => hit.Entry.Fields.Min)
        .Distinct().Count();
}
