namespace Ocr.Client;

/// <summary>An image and the WhatsApp message that contained it.</summary>
/// <param name="Content">PNG, JPEG, WebP or HEIC.</param>
/// <param name="FileName">Name of the file. A name of the stored form, <c>20250711-A--123456@lid_Juan_14-30.png</c>, replaces the metadata.</param>
public sealed record Receipt(ReadOnlyMemory<byte> Content, string FileName)
{
    /// <summary>Draw: a letter A–Z, or one or two digits.</summary>
    public string? DrawNumber { get; init; }

    /// <summary>Date of the draw.</summary>
    public DateOnly? DrawDate { get; init; }

    /// <summary>Sender; ends in <c>@lid</c>.</summary>
    public string? WhatsappId { get; init; }

    /// <summary>Name of the sender, 2–50 characters.</summary>
    public string? SenderName { get; init; }

    /// <summary>Time of the message.</summary>
    public TimeOnly? SentAt { get; init; }

    /// <summary>Text of the message.</summary>
    public string? Caption { get; init; }

    /// <summary>Any further text; it is returned with the result.</summary>
    public string? Other { get; init; }

    /// <summary>Reads the image from a file.</summary>
    public static async Task<Receipt> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        new(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), Path.GetFileName(path));
}
