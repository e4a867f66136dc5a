namespace Ocr.Contracts;

/// <summary>States of a payment that a receipt may show. Only <see cref="Done"/> is a payment to the beneficiary that went through.</summary>
public static class PaymentStates
{
    /// <summary>The payment went through.</summary>
    public const string Done = "realizado";

    /// <summary>In process, or waiting for an approval.</summary>
    public const string Pending = "pendiente";

    /// <summary>Scheduled or deferred to a later day.</summary>
    public const string Scheduled = "programado";

    /// <summary>Refused, or could not be processed.</summary>
    public const string Rejected = "rechazado";

    /// <summary>Done, then returned to the payer.</summary>
    public const string Reversed = "reversado";

    /// <summary>Cancelled before it went through.</summary>
    public const string Voided = "anulado";

    /// <summary>A credit notice: the receiver's screen of a payment that came in.</summary>
    public const string Received = "recibido";

    /// <summary>A request for money, or a screen that asks for the data to be confirmed.</summary>
    public const string Requested = "solicitud";

    /// <summary>The image does not show a state, or the release that read it did not look for one.</summary>
    public const string Unknown = "desconocido";

    /// <summary>All nine.</summary>
    public static IReadOnlyList<string> All { get; } = [Done, Pending, Scheduled, Rejected, Reversed, Voided, Received, Requested, Unknown];
}
