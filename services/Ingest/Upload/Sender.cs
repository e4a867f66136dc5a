using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Ingest.Upload;

/// <summary>Who uploads, as the gateway names it.</summary>
/// <param name="Owner">A key or an address; <c>""</c> for a sender that is not known.</param>
/// <param name="Weight">Weight in the fair turns, at least 1.</param>
/// <param name="CostPerMinute">Reading cost that it may upload per minute; 0 for no limit.</param>
/// <param name="Tenant">Tenant that owns what it uploads.</param>
/// <param name="UploadId">Id of its upload.</param>
internal sealed record Sender(string Owner, int Weight, int CostPerMinute, string Tenant, Guid UploadId)
{
    /// <summary>Reads the headers that only the gateway sets, and gives the upload an id.</summary>
    public static Sender Of(HttpRequest request) => new(
        ClientHeaders.Of(request), ClientHeaders.WeightOf(request), ClientHeaders.CostPerMinuteOf(request), TenantScope.Of(request).Tenant, Guid.NewGuid());
}
