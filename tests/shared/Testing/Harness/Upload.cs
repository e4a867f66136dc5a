namespace Ocr.Testing.Harness;

/// <summary>One file of an upload with its metadata.</summary>
/// <param name="FileName">The client's name for it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Metadata">The five fields of the specification, and the optional ones.</param>
public sealed record Upload(string FileName, byte[] Content, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>An upload with generated metadata.</summary>
    /// <param name="fileName">The client's name for it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="number">Makes the sender, and so the stored name, unique.</param>
    public static Upload Of(string fileName, byte[] content, int number = 1) => new(fileName, content, new Dictionary<string, string>
    {
        ["numerosorteo"] = "A",
        ["fechasorteo"] = "20250711",
        ["idWhatsapp"] = $"{number:D12}@lid",
        ["nombre"] = "Juan",
        ["horamin"] = "14-30",
    });
}
