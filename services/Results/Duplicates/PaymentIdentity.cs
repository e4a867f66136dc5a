using System.Globalization;
using Ocr.Contracts;
using Ocr.Results.Claims;
using Ocr.Results.Data;
using Ocr.Results.Documents;

namespace Ocr.Results.Duplicates;

/// <summary>Identity of the payment of a receipt (docs/adr/0015): keys that only one receipt can own, and the payment for near misses.</summary>
/// <param name="Keys">In the order of every transaction; empty for a receipt that could not be read.</param>
/// <param name="Payment">The payment; <see langword="null"/> when it has too little data for a comparison.</param>
internal sealed record PaymentIdentity(IReadOnlyList<string> Keys, PaymentRow? Payment)
{
    /// <summary>Minimum number of digits after leading zeros for which a bank's reference counts as unique within the retention.</summary>
    public const int StrongDigits = 8;

    /// <summary>A shorter reference is not claimed.</summary>
    public const int MinDigits = 5;

    /// <summary>A reference read with less confidence is not claimed.</summary>
    public const double MinConfidence = 0.5;

    private const string Image = "imagen:";
    private const string Reference = "pago:";

    // A reference or a hash never begins with this character.
    private const string TenantMark = "@";

    public static PaymentIdentity None { get; } = new([], null);

    /// <summary>Whether a key is that of an image.</summary>
    public static bool IsImage(string key) => key.StartsWith(Image, StringComparison.Ordinal);

    public static PaymentIdentity Of(CompletedReceipt completed, ResultRow row)
    {
        if (completed.Extraction is not { } extraction)
        {
            // An image that could not be read may be sent again.
            return None;
        }

        var image = Image + Owner(row.Tenant) + completed.Receipt.Sha256;
        return !extraction.IsReceipt ? new PaymentIdentity([image], null)
            : new PaymentIdentity(ReferenceKey(completed, row.Tenant) is { } key ? [image, key] : [image], PaymentOf(completed, row));
    }

    private static string? ReferenceKey(CompletedReceipt completed, string tenant)
    {
        var field = completed.Field(FieldKeys.Referencia);
        var reference = Squeezed(field.Value);
        var significant = reference.TrimStart('0');
        var issuer = Issuer(completed);
        if (!field.Valid || field.Confidence < MinConfidence || issuer.Length == 0 || reference.Length < MinDigits || significant.Length == 0)
        {
            return null;
        }

        var key = $"{Reference}{Owner(tenant)}{issuer}|{significant}";
        return significant.Length >= StrongDigits ? key
            : Date(completed) is { } date && Amount(completed) is { } amount ? $"{key}|{date}|{amount}"
            : null;
    }

    // Claims of different tenants are separate. Those of the default tenant keep the keys of releases without tenants.
    private static string Owner(string tenant) => tenant == Tenants.Default ? "" : $"{TenantMark}{tenant}|";

    private static PaymentRow? PaymentOf(CompletedReceipt completed, ResultRow row)
    {
        var reference = Squeezed(completed.Value(FieldKeys.Referencia));
        if (Amount(completed) is not { } amount)
        {
            return null;
        }

        var payment = new PaymentRow
        {
            ReceiptId = row.ReceiptId,
            Tenant = row.Tenant,
            RequestId = row.RequestId,
            Position = row.Position,
            StoredName = row.StoredName,
            Date = Date(completed) ?? "",
            Amount = amount,
            Phone = Phone(completed) ?? "",
            Issuer = Issuer(completed),
            Document = Document(completed),
            Account = completed.Value(FieldKeys.CuentaOrigen),
            Reference = reference.Length >= NearMiss.MinDigits ? reference : "",
            SeenAt = row.StoredAt,
        };
        return IsComparable(payment) ? payment : null;
    }

    private static bool IsComparable(PaymentRow payment)
    {
        var isDated = payment.Date.Length > 0;
        return (payment.Reference.TrimStart('0').Length >= StrongDigits && payment.Issuer.Length > 0)
            || (isDated && (payment.Phone.Length > 0 || payment.Document.Length > 0 || payment.Account.Length > 0));
    }

    // Wallets have no bank; their payment numbers are unique per wallet.
    private static string Issuer(CompletedReceipt completed) =>
        ValidOrNull(completed.Field(FieldKeys.BancoOrigen)) ?? ValidOrNull(completed.Field(FieldKeys.CanalPago)) ?? "";

    private static string? Date(CompletedReceipt completed) =>
        completed.Field(FieldKeys.FechaOperacion) is { Valid: true, Value.Length: > 0 } date ? date.Parsed ?? date.Value : null;

    private static string? Amount(CompletedReceipt completed) => ValidOrNull(completed.Field(FieldKeys.Monto)) is { } value
        && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? amount.ToString("0.00", CultureInfo.InvariantCulture) : null;

    private static string? Phone(CompletedReceipt completed) =>
        completed.Field(FieldKeys.Telefono) is { Value.Length: > 0 } phone && (phone.Valid || phone.Masked) ? phone.Value : null;

    private static string Document(CompletedReceipt completed) => string.Concat((ValidOrNull(completed.Field(FieldKeys.Cedula)) ?? "").Where(char.IsAsciiDigit));

    private static string? ValidOrNull(ExtractedField field) => field is { Valid: true, Value.Length: > 0 } ? field.Value : null;

    private static string Squeezed(string reference) => string.Concat(reference.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
