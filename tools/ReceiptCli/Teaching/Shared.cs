
namespace Ocr.ReceiptCli.Teaching;

/// <summary>Values that all images of one app share.</summary>
internal static class Shared
{
    /// <summary>Returns the value of every image that prints the field; blank when none does.</summary>
    /// <exception cref="TeachingException">The values differ, so that the images are not of one app.</exception>
    public static string Value(IReadOnlyList<TaughtReceipt> receipts, string field)
    {
        var values = receipts.Where(receipt => receipt.Truth[field].Length > 0).GroupBy(receipt => receipt.Truth[field]).ToList();
        return values.Count switch
        {
            0 => "",
            1 => values[0].Key,
            _ => throw new TeachingException(
                $"The images must be one app's, but {field} is {string.Join(" and ", values.Select(group => $"'{group.Key}' in {group.First().Truth.File}"))}; teach one app at a time."),
        };
    }
}
