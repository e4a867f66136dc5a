namespace Ocr.ServiceDefaults;

/// <summary>
/// The opaque id of a receipt in responses and URLs: 32 hexadecimal digits, random. Stored names contain personal data, and logs of proxies and
/// histories of browsers store URLs.
/// </summary>
public static class ReceiptIds
{
    private const string Form = "N";

    /// <summary>The id of a receipt.</summary>
    /// <param name="receiptId">Its identity in messages.</param>
    public static string Of(Guid receiptId) => receiptId.ToString(Form);

    /// <summary>The receipt of an id; <see langword="null"/> for a text that is a name instead.</summary>
    /// <param name="id">Text from a URL.</param>
    public static Guid? Read(string id) => Guid.TryParseExact(id, Form, out var receiptId) ? receiptId : null;
}
