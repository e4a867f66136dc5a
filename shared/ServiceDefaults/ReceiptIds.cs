namespace Ocr.ServiceDefaults;

/// <summary>
/// The opaque id of a receipt in answers and addresses: 32 hexadecimal digits, random. Stored names hold personal data, which logs of proxies and
/// histories of browsers keep when they stand in an address.
/// </summary>
public static class ReceiptIds
{
    private const string Form = "N";

    /// <summary>The id of a receipt.</summary>
    /// <param name="receiptId">Its identity in messages.</param>
    public static string Of(Guid receiptId) => receiptId.ToString(Form);

    /// <summary>The receipt that an id names; <see langword="null"/> for a text that is a name instead.</summary>
    /// <param name="id">From an address.</param>
    public static Guid? Read(string id) => Guid.TryParseExact(id, Form, out var receiptId) ? receiptId : null;
}
