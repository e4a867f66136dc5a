using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ocr.Contracts;
using Ocr.Persistence;
using Ocr.Results.Data;
using Ocr.Results.Documents;
using Ocr.Results.Receipts;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Json;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Results.Truths;

/// <summary>
/// <c>GET /api/receipts/truth</c>: corrected receipts in the form of <c>truth.json</c>, the latest first, of all draws or of one. The images are at
/// <c>GET /api/ocr/image/{id}</c>; <c>receipt-cli truth</c> creates the folder.
/// </summary>
internal sealed class TruthEndpoint(IDbContextFactory<ResultsDbContext> contexts)
{
    private const int UsualLimit = 200;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(
        "/api/receipts/truth",
        (string? limit, string? fechasorteo, string? numerosorteo, TenantScope scope, TruthEndpoint endpoint, CancellationToken cancellationToken) =>
            endpoint.GetAsync(limit, fechasorteo, numerosorteo, scope, cancellationToken));

    private async Task<IResult> GetAsync(string? limit, string? drawDate, string? drawNumber, TenantScope scope, CancellationToken cancellationToken)
    {
        var paging = Paging.Read(limit, null, UsualLimit);
        await using var database = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = database.Receipts.AsNoTracking().Of(scope).Where(row => row.Corrections != null && row.IsReceipt && row.ReasonCode == null);
        rows = string.IsNullOrEmpty(drawDate) && string.IsNullOrEmpty(drawNumber) ? rows : DrawKey.Read(drawDate, drawNumber).Of(rows);
        var receipts = await rows.OrderByDescending(row => row.StoredAt).ThenByDescending(row => row.Id).Take(paging.Limit).ToListAsync(cancellationToken);
        return TypedResults.File(
            JsonSerializer.SerializeToUtf8Bytes(receipts.ToDictionary(FileName, TruthEntry.Of), OcrJson.Options), "application/json", "truth.json");
    }

    // The stored name contains personal data, so the file is named by the id of the receipt.
    private static string FileName(ReceiptIndexRow row) => ReceiptIds.Of(row.ReceiptId) + Path.GetExtension(row.StoredName);
}

/// <summary>The contents of one image as corrected by people, in the form of <c>truth.json</c>.</summary>
public sealed record TruthEntry(
    [property: JsonPropertyName("layout")] string Layout,
    [property: JsonPropertyName("fields")] IReadOnlyDictionary<string, string> Fields,
    [property: JsonPropertyName("nombre_beneficiario")] string BeneficiaryName,
    [property: JsonPropertyName("estado_pago")] string PaymentState)
{
    private const string UnknownLayout = "desconocido";

    /// <summary>The entry of a receipt.</summary>
    /// <param name="row">The receipt.</param>
    public static TruthEntry Of(ReceiptIndexRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var details = ReceiptDetails.Read(row.Details);
        string[] layouts = [details[FieldKeys.CanalPago], row.OriginBank, UnknownLayout];
        // Without a printed name the details contain the sender's, which the image does not show.
        var name = details.Beneficiary == row.SenderName ? "" : details.Beneficiary;
        return new TruthEntry(layouts.First(layout => layout.Length > 0), FieldKeys.All.ToDictionary(key => key, key => details[key]), name, row.PaymentState);
    }
}
