namespace Ocr.Contracts;

/// <summary>Metadata of a receipt from the operator at upload; its result contains it unchanged.</summary>
public sealed record ReceiptMetadata
{
    /// <summary>Draw (<c>numerosorteo</c>): one capital letter, or one or two digits.</summary>
    public required string DrawNumber { get; init; }

    /// <summary>Date of the draw (<c>fechasorteo</c>), <c>yyyyMMdd</c>.</summary>
    public required string DrawDate { get; init; }

    /// <summary>Sender (<c>idWhatsapp</c>), ends in <c>@lid</c>.</summary>
    public required string WhatsappId { get; init; }

    /// <summary>Sender's name (<c>nombre</c>), 2–50 characters.</summary>
    public required string SenderName { get; init; }

    /// <summary>Time of the message (<c>horamin</c>), <c>HH-mm</c>.</summary>
    public required string SentAt { get; init; }

    /// <summary>Message text (<c>caption</c>), verbatim; <see langword="null"/> when the operator gave none.</summary>
    public string? Caption { get; init; }

    /// <summary>Free field (<c>otro</c>), verbatim; <see langword="null"/> when the operator gave none.</summary>
    public string? Other { get; init; }
}
