using Ocr.Contracts;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Reading;

/// <summary>Messages for the operator on an image that cannot be read.</summary>
internal static class ImageErrorMessages
{
    /// <summary>Returns one of <see cref="FailureReasons"/>.</summary>
    public static string ReasonCode(ImageError error) =>
        error is ImageError.TooManyPixels or ImageError.TooManyWords ? FailureReasons.ImageTooLarge : FailureReasons.ImageUnreadable;

    /// <summary>Returns a sentence, Spanish.</summary>
    public static string Message(ImageError error) => error switch
    {
        ImageError.NotAnImage => "El archivo no es una imagen.",
        ImageError.UnsupportedFormat => "El formato de la imagen no se admite: use PNG, JPEG, WebP o HEIC.",
        ImageError.Animated => "La imagen es animada: envíe una imagen fija.",
        ImageError.TooManyPixels => "La imagen tiene demasiados píxeles: redúzcala y vuelva a enviarla.",
        ImageError.TooManyWords => "La imagen tiene demasiado texto: recorte el recibo y vuelva a enviarla.",
        ImageError.Truncated => "La imagen está incompleta: vuelva a enviarla.",
        _ => "La imagen está dañada y no se puede leer.",
    };
}
