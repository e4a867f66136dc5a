using System.Text.RegularExpressions;
using Ocr.Extractor.Context;
using Ocr.Extractor.Layout;

namespace Ocr.Extractor.Classification;

/// <summary>Signs of screens that contain many numbers but are not receipts: chats, account movements, price lists, contacts.</summary>
internal static partial class OtherScreens
{
    private const int MinMessages = 3;
    private const int MinAmounts = 4;
    private const int MinPhones = 3;

    /// <summary>Whether lines of text end in a time of day, as the bubbles of a chat do. A time next to a label does not count.</summary>
    public static bool HasMessageTimes(ReceiptContext context) => Rows(context).Count(row => EndsInTime(context, row)) >= MinMessages;

    /// <summary>Whether there are amounts without a label, each in a separate line.</summary>
    public static bool ListsAmounts(ReceiptContext context) =>
        Rows(context).Count(row => row.Tokens.Any(token => token.HasDigit && Amount().IsMatch(token.Text) && !context.OwnersOf(token).Any())) >= MinAmounts;

    /// <summary>Whether there are phone numbers without a label, each in a separate line.</summary>
    public static bool ListsPhones(ReceiptContext context) =>
        Rows(context).Count(row => row.Tokens.Any(token => token.HasDigit)
            && Phone().IsMatch(string.Concat(row.Tokens.Where(token => !context.OwnersOf(token).Any()).Select(token => token.Key)))) >= MinPhones;

    private static IEnumerable<Row> Rows(ReceiptContext context) => context.Page.Rows.Where(row => !row.IsStatusBar);

    private static bool EndsInTime(ReceiptContext context, Row row) => row.Segments.Any(segment =>
        segment.Tokens.Any(token => token.HasDigit) && !context.OwnersOf(segment.Tokens[^1]).Any() && TimeAtEnd().IsMatch(string.Join(' ', segment.Tokens.Select(token => token.Text))));

    [GeneratedRegex(@"\b\d{1,2}:\d{2}( ?[ap]\.? ?m\.?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TimeAtEnd();

    [GeneratedRegex(@"^[-+]?(bs\.?|\$)?\d{1,3}(\.?\d{3})*,\d{2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"04(12|14|16|22|24|26)\d{7}$", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
