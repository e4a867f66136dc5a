using System.Text.Json;

namespace Ocr.Recognition.Tests;

/// <summary>The committed held-out receipts and their printed words.</summary>
internal static class Receipts
{
    public static IEnumerable<(byte[] Image, string[] Words)> Load(int count)
    {
        var folder = Path.Combine(Repository.Root, "tests", "assets", "receipts");
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "truth.json")));
        foreach (var receipt in truth.RootElement.EnumerateObject().Take(count))
        {
            string[] words = [.. receipt.Value.GetProperty("words").EnumerateArray().Select(word => word.GetProperty("text").GetString()!)];
            yield return (File.ReadAllBytes(Path.Combine(folder, receipt.Name)), words);
        }
    }
}
