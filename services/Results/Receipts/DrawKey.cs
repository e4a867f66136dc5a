using System.Globalization;
using System.Text.RegularExpressions;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Results.Receipts;

/// <summary>Key of a draw: <c>fechasorteo</c> and <c>numerosorteo</c>.</summary>
internal sealed partial record DrawKey(string Date, string Number)
{
    /// <summary>Reads the two texts of a path or a query.</summary>
    /// <exception cref="ApiException">400 that names the invalid text.</exception>
    public static DrawKey Read(string? date, string? number)
    {
        var errors = new Dictionary<string, IReadOnlyList<string>>();
        if (!DateOnly.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            errors["fechasorteo"] = ["Debe ser una fecha real en la forma AAAAMMDD, por ejemplo 20250711"];
        }

        if (number is null || !NumberForm().IsMatch(number))
        {
            errors["numerosorteo"] = ["Debe ser una letra mayúscula, o uno o dos dígitos"];
        }

        return errors.Count == 0 ? new DrawKey(date!, number!) : throw new ApiException(ApiErrors.InvalidFields(errors));
    }

    /// <summary>The receipts of the draw.</summary>
    public IQueryable<ReceiptIndexRow> Of(IQueryable<ReceiptIndexRow> rows) => rows.Where(row => row.DrawDate == Date && row.DrawNumber == Number);

    /// <summary>The row of the draw.</summary>
    public IQueryable<DrawRow> Of(IQueryable<DrawRow> rows) => rows.Where(row => row.DrawDate == Date && row.DrawNumber == Number);

    [GeneratedRegex(@"^(?:[A-Z]|[0-9]{1,2})\z")]
    private static partial Regex NumberForm();
}
