using Ocr.Contracts;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Reading;

/// <summary>What the operator is told of an image that cannot be read.</summary>
internal static class ImageFaultMessages
{
    /// <summary>One of <see cref="FailureReasons"/>.</summary>
    public static string ReasonCode(ImageFault fault) =>
        fault == ImageFault.TooManyPixels ? FailureReasons.ImageTooLarge : FailureReasons.ImageUnreadable;

    /// <summary>A sentence, Spanish.</summary>
    public static string Message(ImageFault fault) => fault switch
    {
        ImageFault.NotAnImage => "El archivo no es una imagen.",
        ImageFault.UnsupportedFormat => "El formato de la imagen no se admite: use PNG, JPEG o WebP.",
        ImageFault.Animated => "La imagen es animada: envíe una imagen fija.",
        ImageFault.TooManyPixels => "La imagen tiene demasiados píxeles: redúzcala y vuelva a enviarla.",
        ImageFault.Truncated => "La imagen está incompleta: vuelva a enviarla.",
        _ => "La imagen está dañada y no se puede leer.",
    };
}
