using System.Globalization;
using Ocr.Contracts;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Results.Search;

/// <summary>Criteria of a search, from the query of <c>GET /api/receipts</c>. Values are in their stored form; null for any.</summary>
internal sealed record ReceiptQuery
{
    private const int UsualLimit = 50;
    private const int MaxLimit = 200;
    private const int MinCharacters = 3;

    /// <summary>Parameters that select receipts; a cursor belongs to their values.</summary>
    public static IReadOnlyList<string> Filters { get; } =
    [
        "referencia", "telefono", "cedula", "monto", "remitente", "idWhatsapp", "archivo", "numerosorteo", "fechasorteo", "estado", "decision", "banco",
        "estado_pago", "completo", "duplicado", "desde", "hasta", "fecha_operacion", "orden",
    ];

    public string? ReferenceEnd { get; init; }

    public string? PhoneEnd { get; init; }

    public string? DocumentEnd { get; init; }

    public long? AmountCents { get; init; }

    public string? Sender { get; init; }

    public string? WhatsappId { get; init; }

    public string? File { get; init; }

    public string? DrawNumber { get; init; }

    public string? DrawDate { get; init; }

    public ReviewState? Review { get; init; }

    public string? Decision { get; init; }

    public string? Bank { get; init; }

    public string? PaymentState { get; init; }

    public bool? Complete { get; init; }

    public bool? Duplicate { get; init; }

    /// <summary>Stored from this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Stored before this instant.</summary>
    public DateTimeOffset? Until { get; init; }

    public string? PaidOn { get; init; }

    /// <summary>Whether the order is by risk instead of the latest first.</summary>
    public bool ByRisk { get; init; }

    public int Limit { get; init; }

    /// <summary>Reads the query of a request.</summary>
    /// <exception cref="ApiException">400 that names every invalid parameter.</exception>
    public static ReceiptQuery Read(IQueryCollection query)
    {
        var reader = new QueryReader(query, [.. Filters, "limit", "cursor"]);
        var read = new ReceiptQuery
        {
            ReferenceEnd = reader.Key("referencia", SearchKeys.ReferenceEnd, MinCharacters),
            PhoneEnd = reader.Key("telefono", SearchKeys.PhoneEnd, MinCharacters),
            DocumentEnd = reader.Key("cedula", SearchKeys.DocumentEnd, MinCharacters),
            AmountCents = reader.Value("monto", TypedAmount.Cents, "Debe ser un monto, por ejemplo 11165,04 o 11.165,04"),
            Sender = reader.Key("remitente", SearchKeys.Name, 2),
            WhatsappId = reader.Key("idWhatsapp", text => text.Contains('@', StringComparison.Ordinal) ? text : text + "@lid", 1),
            File = reader.Key("archivo", text => text.ToLowerInvariant(), MinCharacters),
            DrawNumber = reader.Key("numerosorteo", text => text.ToUpperInvariant(), 1),
            DrawDate = reader.Value("fechasorteo", QueryReader.Day, QueryReader.DayForm)?.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            Review = reader.Value("estado", ReviewStates.Read, $"Debe ser uno de: {string.Join(", ", ReviewStates.All)}"),
            Decision = reader.OneOf("decision", Verdicts.All),
            Bank = reader.Key("banco", text => text.ToUpperInvariant(), 1),
            PaymentState = reader.OneOf("estado_pago", PaymentStates.All),
            Complete = reader.Flag("completo"),
            Duplicate = reader.Flag("duplicado"),
            From = reader.Instant("desde", end: false),
            Until = reader.Instant("hasta", end: true),
            PaidOn = reader.Value("fecha_operacion", QueryReader.Day, QueryReader.DayForm)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ByRisk = reader.OneOf("orden", ["recientes", "riesgo"]) == "riesgo",
            Limit = reader.Value("limit", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit ? limit : (int?)null, $"Debe ser un entero de 1 a {MaxLimit}") ?? UsualLimit,
        };
        reader.Errors.Throw();
        // The review queue contains receipts without a decision.
        return read.ByRisk ? read with { Review = read.Review ?? ReviewState.Pending } : read;
    }

    /// <summary>The receipts that match.</summary>
    public IQueryable<ReceiptIndexRow> Apply(IQueryable<ReceiptIndexRow> rows)
    {
        rows = ApplyKeys(rows);
        rows = DrawDate is { } date ? rows.Where(row => row.DrawDate == date) : rows;
        rows = DrawNumber is { } number ? rows.Where(row => row.DrawNumber == number) : rows;
        rows = AmountCents is { } amount ? rows.Where(row => row.AmountCents == amount) : rows;
        rows = WhatsappId is { } sender ? rows.Where(row => row.WhatsappId == sender) : rows;
        rows = Review is { } review ? rows.Where(row => row.Review == review) : rows;
        rows = Decision is { } decision ? rows.Where(row => row.Decision == decision) : rows;
        rows = PaymentState is { } state ? rows.Where(row => row.PaymentState == state) : rows;
        rows = PaidOn is { } day ? rows.Where(row => row.PaidOn == day) : rows;
        rows = Complete is { } complete ? rows.Where(row => row.Complete == complete) : rows;
        rows = Duplicate is { } duplicate ? rows.Where(row => (row.Duplicate != Claims.DuplicateKind.None) == duplicate) : rows;
        rows = From is { } from ? rows.Where(row => row.StoredAt >= from) : rows;
        rows = Until is { } until ? rows.Where(row => row.StoredAt < until) : rows;
        if (Bank is not { } bank)
        {
            return rows;
        }

        string[] names = [bank, $"BANCO {bank}", $"BANCO DE {bank}", $"BANCO DEL {bank}"];
        return rows.Where(row => names.Contains(row.OriginBank));
    }

    private IQueryable<ReceiptIndexRow> ApplyKeys(IQueryable<ReceiptIndexRow> rows)
    {
        if (ReferenceEnd is { } reference)
        {
            var after = SearchKeys.After(reference);
            rows = rows.Where(row => string.Compare(row.ReferenceEnd, reference) >= 0 && string.Compare(row.ReferenceEnd, after) < 0);
        }

        if (PhoneEnd is { } phone)
        {
            var after = SearchKeys.After(phone);
            rows = rows.Where(row => string.Compare(row.PhoneEnd, phone) >= 0 && string.Compare(row.PhoneEnd, after) < 0);
        }

        if (DocumentEnd is { } document)
        {
            var after = SearchKeys.After(document);
            rows = rows.Where(row => string.Compare(row.DocumentEnd, document) >= 0 && string.Compare(row.DocumentEnd, after) < 0);
        }

        if (Sender is { } sender)
        {
            var after = SearchKeys.After(sender);
            rows = rows.Where(row => (string.Compare(row.SenderKey, sender) >= 0 && string.Compare(row.SenderKey, after) < 0)
                || (string.Compare(row.SenderRest, sender) >= 0 && string.Compare(row.SenderRest, after) < 0));
        }

        if (File is { } file)
        {
            var after = SearchKeys.After(file);
            rows = rows.Where(row => string.Compare(row.FileKey, file) >= 0 && string.Compare(row.FileKey, after) < 0);
        }

        return rows;
    }
}
