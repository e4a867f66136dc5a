using System.Text.Json.Nodes;

namespace Ocr.Testing.Harness;

/// <summary>The frozen set of rendered receipts.</summary>
public static class Receipts
{
    /// <summary>File name → layout and fields, in the order of the truth file.</summary>
    public static IReadOnlyList<KeyValuePair<string, JsonNode?>> Truth { get; } =
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Receipts, "truth.json")))!.AsObject()];

    /// <summary>Uploads of the first <paramref name="count"/> receipts, each by a different sender.</summary>
    public static Upload[] Take(int count) => [.. Truth.Take(count).Select((receipt, index) => Of(receipt.Key, index + 1))];

    /// <summary>An upload of one receipt.</summary>
    public static Upload Of(string file, int sender = 1) =>
        Upload.Of(file, File.ReadAllBytes(Path.Combine(Repository.Receipts, file)), sender);

    /// <summary>
    /// A receipt with unique bytes, so that it is in no cache: the same image with a comment after its first marker.
    /// </summary>
    public static Upload Unique(string file, int sender)
    {
        var upload = Of(file, sender);
        byte[] comment = [0xFF, 0xFE, 0x00, 0x12, .. Guid.NewGuid().ToByteArray()];
        return upload with { Content = [.. upload.Content[..2], .. comment, .. upload.Content[2..]] };
    }
}
