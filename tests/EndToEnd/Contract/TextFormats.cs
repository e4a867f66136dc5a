using System.Text.RegularExpressions;

namespace Ocr.EndToEnd.Contract;

/// <summary>The forms of text in the examples of the specification. The form of an example is the first one that it matches.</summary>
internal static class TextFormats
{
    private const string Batch = @"BATCH_\d{8}_\d{6}_[0-9a-z]{3}";
    private const string StoredName = @"\d{8}-([A-Z]|\d{1,2})--[^/\\]+@lid_[^/\\]+_\d\d-\d\d(_\d+)?\.(png|jpg|webp)";

    private static readonly (string Name, Regex Form)[] Forms =
    [
        Form("instant in UTC with milliseconds", @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
        Form("batch id", Batch),
        Form("result file", $@"{Batch}_{StoredName}\.json"),
        Form("stored name", StoredName),
        Form("path of a stored receipt", $"data/(inbox|processing|processed|results)/{StoredName}"),
        Form("logical folder", "data/(inbox|processing|processed|results)"),
        Form("caption", @"Recibo de .+ - \d\d:\d\d - ID: .+@lid"),
        Form("WhatsApp id", @".+@lid"),
        Form("seconds", @"\d+\.\d\ds"),
        Form("uptime", @"\d+h \d+m \d+s"),
        Form("rate", @"\d+(\.\d+)? files/second"),
        Form("percentage", @"\d+(\.\d+)?%"),
        Form("bytes", @"\d+(\.\d+)?[KMG]?B(/s)?"),
        Form("method", "ONNX_TR_(FRESH|CACHE_HIT)"),
        Form("amount", @"\d+\.\d\d"),
        Form("date", @"\d\d/\d\d/\d{4}"),
        Form("ISO date", @"\d{4}-\d\d-\d\d"),
        Form("date of a draw", @"20\d{6}"),
        Form("time of a message", @"\d\d-\d\d"),
        Form("time", @"\d\d:\d\d(:\d\d)?"),
        Form("cédula", @"[VEJ]-\d{6,9}"),
        Form("prefix of a phone", @"04\d\d"),
        Form("prefix of a cédula", "[VEJ]-"),
        Form("digits", @"\d{4,}"),
        Form("error code", @"[A-Z]+(_[A-Z]+)*_[45]\d\d"),
        Form("version", @"\d+\.\d+\.\d+"),
        Form("text", @".*\S.*"),
    ];

    /// <summary>The form of an example; null for a blank one, for which any text is allowed.</summary>
    public static string? Of(string example) => Forms.FirstOrDefault(form => form.Form.IsMatch(example)).Name;

    /// <summary>Whether a text has the form.</summary>
    public static bool Has(string text, string form) => Forms.Single(known => known.Name == form).Form.IsMatch(text);

    private static (string Name, Regex Form) Form(string name, string pattern) => (name, new Regex($@"\A(?:{pattern})\z", RegexOptions.Singleline));
}
