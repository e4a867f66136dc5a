using Ocr.FieldDocuments.Pages;

namespace Ocr.FieldDocuments.Scenes;

/// <summary>Kind of a picture.</summary>
internal enum PageKind
{
    Receipt,
    Statement,
    BackOffice,
    Checkout,
    PaymentData,
    Shop,
    Chat,
    Other,
}

/// <summary>State of the payment, in the order of the model's output.</summary>
internal enum PageState
{
    Realizado,
    Pendiente,
    Programado,
    Rechazado,
    Reversado,
    Anulado,
    Recibido,
    Solicitud,
    Desconocido,
}

/// <summary>A picture with its truth.</summary>
/// <param name="Words">Printed words.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="State">State of the payment that it shows.</param>
/// <param name="HasTwo">Whether it shows two payments.</param>
/// <param name="Layout">Names of its arrangements, for evaluations.</param>
internal sealed record Document(IReadOnlyList<Placed> Words, float Width, float Height, PageKind Kind, PageState State, bool HasTwo, string Layout)
{
    /// <summary>Values of the printed fields that are recoverable; see <see cref="Evaluation.ExpectedValues"/>.</summary>
    public IReadOnlyDictionary<string, string> Truth { get; init; } = new Dictionary<string, string>();
}
