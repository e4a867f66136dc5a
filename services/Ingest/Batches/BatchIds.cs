using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Ocr.Ingest.Batches;

/// <summary>Names of batches: <c>BATCH_yyyyMMdd_HHmmss_xxx</c>, the second of opening and three random digits.</summary>
public static partial class BatchIds
{
    /// <summary>A name, perhaps taken.</summary>
    /// <param name="now">When the batch is opened.</param>
    public static string New(DateTimeOffset now) =>
        $"BATCH_{now.UtcDateTime.ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture)}_{RandomNumberGenerator.GetHexString(3, lowercase: true)}";

    /// <summary>Whether a text can be the name of a batch. Nothing else is worth a question to the database, which may not even take it.</summary>
    /// <param name="text">What a client says.</param>
    public static bool IsOne(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^BATCH_[0-9]{8}_[0-9]{6}_[0-9a-f]{3}\z")]
    private static partial Regex Form();
}
