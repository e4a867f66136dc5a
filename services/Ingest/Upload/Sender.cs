using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Upload;

/// <summary>Client of an upload, from the headers of the gateway.</summary>
/// <param name="Owner">A key or an address; <c>""</c> for an unknown client.</param>
/// <param name="Weight">Weight in the fair turns, at least 1.</param>
/// <param name="CostPerMinute">Reading cost that it may upload per minute; 0 for no limit.</param>
/// <param name="Tenant">Tenant that owns the uploaded receipts.</param>
/// <param name="UploadId">Id of the upload.</param>
internal sealed record Sender(string Owner, int Weight, int CostPerMinute, string Tenant, Guid UploadId)
{
    /// <summary>Reads the headers of the gateway, and creates the id of the upload.</summary>
    public static Sender Of(HttpRequest request) => new(
        ClientHeaders.Of(request), ClientHeaders.WeightOf(request), ClientHeaders.CostPerMinuteOf(request), TenantScope.Of(request).Tenant, Guid.NewGuid());
}
