using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Ocr.Ingest.Batches;

/// <summary>Ids of batches: <c>BATCH_yyyyMMdd_HHmmss_xxx</c>, the second of opening and three random digits.</summary>
public static partial class BatchIds
{
    /// <summary>Regular expression of an id.</summary>
    internal const string Pattern = "BATCH_[0-9]{8}_[0-9]{6}_[0-9a-f]{3}";

    /// <summary>Creates an id, which can collide with an existing one.</summary>
    /// <param name="now">When the batch is opened.</param>
    public static string New(DateTimeOffset now) =>
        $"BATCH_{now.UtcDateTime.ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture)}_{RandomNumberGenerator.GetHexString(3, lowercase: true)}";

    /// <summary>Whether a text has the form of a batch id. Other texts are not looked up, because the database may reject their characters.</summary>
    /// <param name="text">A text from a client.</param>
    public static bool IsOne(string text) => Form().IsMatch(text);

    [GeneratedRegex($@"^{Pattern}\z")]
    private static partial Regex Form();
}
