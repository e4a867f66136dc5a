using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ocr.Ingest.Upload;

/// <summary>The five fields that describe a receipt (§3.4 of the specification), with their rules and Spanish errors.</summary>
public static partial class MetadataRules
{
    /// <summary>Draw.</summary>
    public const string DrawNumber = "numerosorteo";

    /// <summary>Date of the draw.</summary>
    public const string DrawDate = "fechasorteo";

    /// <summary>Sender.</summary>
    public const string WhatsappId = "idWhatsapp";

    /// <summary>Sender's name.</summary>
    public const string SenderName = "nombre";

    /// <summary>Time of the message.</summary>
    public const string SentAt = "horamin";

    /// <summary>Message text, optional.</summary>
    public const string Caption = "caption";

    /// <summary>Free field, optional.</summary>
    public const string Other = "otro";

    private const int MaxIdLength = 100;
    private const int MaxTextLength = 2000;
    private const int UsualIdDigits = 8;

    // Embeddings, overrides and isolates can make a name look like another one. Joiners, which Persian and emoji need, are allowed.
    private static readonly SearchValues<char> DirectionMarks =
        SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The required fields, in the order of the specification.</summary>
    public static IReadOnlyList<string> Required { get; } = [DrawNumber, DrawDate, WhatsappId, SenderName, SentAt];

    /// <summary>The optional fields.</summary>
    public static IReadOnlyList<string> Optional { get; } = [Caption, Other];

    /// <summary>The error of a value; <see langword="null"/> when it is valid.</summary>
    /// <param name="field">Name of the field, without a number.</param>
    /// <param name="value">The value from the client.</param>
    public static string? Check(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return field switch
        {
            DrawNumber => DrawNumberForm().IsMatch(value) ? null : "Debe ser A-Z o 01-99",
            DrawDate => CheckDate(value),
            WhatsappId => CheckId(value),
            SenderName => CheckName(value),
            SentAt => CheckTime(value),
            Caption or Other => CheckText(value),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    /// <summary>Warning about a valid but unusual sender; <see langword="null"/> for none.</summary>
    /// <param name="whatsappId">A valid sender.</param>
    public static string? Warn(string whatsappId) =>
        whatsappId.Count(char.IsAsciiDigit) < UsualIdDigits ? "ID WhatsApp debería tener más dígitos" : null;

    private static string? CheckDate(string value) =>
        !DateForm().IsMatch(value) ? "Debe ser formato YYYYMMDD"
        : DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null
        : "La fecha no existe";

    private static string? CheckId(string value) =>
        !value.EndsWith("@lid", StringComparison.Ordinal) ? "Debe terminar en @lid"
        : value.Length == "@lid".Length || string.IsNullOrWhiteSpace(value[..^4]) ? "Falta el identificador antes de @lid"
        : value.Length > MaxIdLength || value.Any(character => char.IsControl(character) || IsFormat(character))
            ? $"Debe tener como máximo {MaxIdLength} caracteres imprimibles"
        : null;

    private static string? CheckName(string value) =>
        value.Any(char.IsControl) ? "No puede tener caracteres de control"
        : value.AsSpan().ContainsAny(DirectionMarks) ? "No puede tener marcas que cambian la dirección del texto"
        : value.Trim().Length < 2 || value.Length > 50 ? "Debe tener entre 2 y 50 caracteres"
        : null;

    // Line breaks and tabs are part of messages. Databases reject NUL.
    private static string? CheckText(string value) =>
        value.Length > MaxTextLength ? $"Debe tener como máximo {MaxTextLength} caracteres"
        : value.Any(character => char.IsControl(character) && character is not ('\r' or '\n' or '\t')) ? "No puede tener caracteres de control"
        : null;

    private static bool IsFormat(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    private static string? CheckTime(string value) =>
        !TimeForm().IsMatch(value) ? "Debe ser formato HH-MM"
        : TimeOnly.TryParseExact(value, "HH-mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null
        : "La hora no existe (00-00 a 23-59)";

    // \z and ASCII digits: $ matches before a final line feed, and \d matches Arabic digits.
    [GeneratedRegex(@"^(?:[A-Z]|[0-9]{1,2})\z")]
    private static partial Regex DrawNumberForm();

    [GeneratedRegex(@"^[0-9]{8}\z")]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex TimeForm();
}
