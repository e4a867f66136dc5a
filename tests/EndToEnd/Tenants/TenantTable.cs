using System.Net;
using System.Net.Http.Json;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Tenants;

/// <summary>A request of a second tenant to an endpoint, with valid ids of the first tenant.</summary>
/// <param name="Send">The request.</param>
/// <param name="Status">The response that it must get.</param>
/// <param name="OwnerSees">Whether the owner gets 200 for the same request: then the row proves that ownership made the difference.</param>
internal sealed record TenantRow(Func<TwoTenants, HttpRequestMessage> Send, HttpStatusCode Status = HttpStatusCode.OK, bool OwnerSees = false);

/// <summary>One row or more per operation of the OpenAPI document.</summary>
internal static class TenantTable
{
    public static IReadOnlyDictionary<string, TenantRow[]> Rows => field ??= Readings.Concat(Reviews).Concat(AccessRows.All).Concat(EventRows.All).ToDictionary(StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, TenantRow[]> Reviews { get; } = new Dictionary<string, TenantRow[]>(StringComparer.Ordinal)
    {
        ["GET /api/receipts"] = [Listed("/api/receipts"), Listed("/api/receipts?orden=riesgo")],
        ["GET /api/receipts/truth"] = [Listed("/api/receipts/truth")],
        ["GET /api/receipts/{id}"] = [Hidden(two => $"/api/receipts/{two.ReceiptId}")],
        ["PATCH /api/receipts/{id}"] = [Changed(HttpMethod.Patch, two => $"/api/receipts/{two.ReceiptId}", new { campos = new { monto = "1,00" } })],
        ["POST /api/receipts/{id}/decision"] =
            [Changed(HttpMethod.Post, two => $"/api/receipts/{two.ReceiptId}/decision", new { decision = "aceptado" })],
        ["GET /api/receipts/{id}/audit"] = [Hidden(two => $"/api/receipts/{two.ReceiptId}/audit")],
        ["POST /api/receipts/{id}/reread"] = [Changed(HttpMethod.Post, two => $"/api/receipts/{two.ReceiptId}/reread", new { })],
        ["POST /api/batches/{request_id}/reread"] = [Changed(HttpMethod.Post, two => $"/api/batches/{two.Batch}/reread", new { })],
        ["GET /api/draws"] = [Listed("/api/draws")],
        ["GET /api/draws/{fechasorteo}/{numerosorteo}"] = [Hidden(_ => TwoTenants.Draw)],
        ["PUT /api/draws/{fechasorteo}/{numerosorteo}/cutoff"] =
            [new(_ => Json("/api/draws/20200101/Z/cutoff", new { hora_cierre = "14:00" }, HttpMethod.Put))],
        ["GET /api/draws/{fechasorteo}/{numerosorteo}/export"] = [Hidden(_ => $"{TwoTenants.Draw}/export?format=xlsx"), Hidden(_ => $"{TwoTenants.Draw}/export?format=csv")],
    };

    private static IReadOnlyDictionary<string, TenantRow[]> Readings { get; } = new Dictionary<string, TenantRow[]>(StringComparer.Ordinal)
    {
        ["POST /api/upload"] = [new(_ => Form("/api/upload"))],
        ["POST /api/secure/upload"] = [new(_ => Form("/api/secure/upload"))],
        ["POST /api/ocr/process_image"] = [new(_ => Form("/api/ocr/process_image"))],
        ["POST /api/ocr/read"] = [new(_ => Form("/api/ocr/read"))],
        ["GET /api/files/pending"] = [Listed("/api/files/pending")],
        ["GET /api/files/processed"] = [Listed("/api/files/processed")],
        ["POST /api/ocr/process_batch"] =
        [
            new(_ => Json("/api/ocr/process_batch", new { })),
            new(two => Json("/api/ocr/process_batch", new { upload_id = two.PendingUpload }), HttpStatusCode.NotFound),
            new(two => Json("/api/ocr/process_batch", new { files = new[] { two.Pending } }), HttpStatusCode.NotFound),
        ],
        ["GET /api/ocr/status/{request_id}"] = [Hidden(two => $"/api/ocr/status/{two.Batch}")],
        ["GET /api/ocr/queue/status"] = [Listed("/api/ocr/queue/status")],
        ["GET /api/ocr/result/{id}"] = [Hidden(two => $"/api/ocr/result/{Escaped(two.Result)}"), Hidden(two => $"/api/ocr/result/{two.ReceiptId}")],
        ["GET /api/ocr/result_data/{id}"] = [Hidden(two => $"/api/ocr/result_data/{Escaped(two.Result)}"), Hidden(two => $"/api/ocr/result_data/{two.ReceiptId}")],
        ["GET /api/ocr/download_json/{id}"] = [Hidden(two => $"/api/ocr/download_json/{Escaped(two.Result)}"), Hidden(two => $"/api/ocr/download_json/{two.ReceiptId}")],
        ["GET /api/ocr/image/{id}"] =
        [
            Hidden(two => $"/api/ocr/image/{Escaped(two.Result)}"), Hidden(two => $"/api/ocr/image/{Escaped(two.Pending)}"),
            Hidden(two => $"/api/ocr/image/{two.ReceiptId}"),
        ],
        ["GET /api/extract_results"] =
            [Drawn, Listed("/api/extract_results"), Listed("/api/extract_results?format=csv"), Hidden(two => $"/api/extract_results?request_id={two.Batch}")],
        ["GET /api/batches/history"] = [Listed("/api/batches/history")],
        ["GET /api/batches/{request_id}"] = [Hidden(two => $"/api/batches/{two.Batch}")],
        ["GET /api/batches/{request_id}/download"] = [Hidden(two => $"/api/batches/{two.Batch}/download")],
        ["GET /api/status"] = [Listed("/api/status")],
        ["GET /api/health"] = [Listed("/api/health")],
        ["GET /api/metrics"] = [Listed("/api/metrics")],
        ["POST /api/clean"] = [new(_ => Json("/api/clean", new { force_clean = true, preserve_results = false }))],
    };

    private static TenantRow Drawn => Listed($"/api/extract_results?{TwoTenants.DrawQuery}");

    internal static TenantRow Listed(string path) => new(_ => Get(path));

    internal static TenantRow Hidden(Func<TwoTenants, string> path) => new(two => Get(path(two)), HttpStatusCode.NotFound, OwnerSees: true);

    internal static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static TenantRow Changed(HttpMethod method, Func<TwoTenants, string> path, object body) => new(
        two =>
        {
            var request = Json(path(two), body, method);
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            return request;
        },
        HttpStatusCode.NotFound);

    internal static HttpRequestMessage Json(string path, object body, HttpMethod? method = null) =>
        new(method ?? HttpMethod.Post, path) { Content = JsonContent.Create(body) };

    private static HttpRequestMessage Form(string path)
    {
        var upload = Receipts.Unique(Receipts.Truth[2].Key, 3);
        var form = new MultipartFormDataContent { { new ByteArrayContent(upload.Content), "files", upload.FileName } };
        foreach (var (name, value) in upload.Metadata)
        {
            form.Add(new StringContent(value), name);
        }

        return new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
    }

    private static string Escaped(string name) => Uri.EscapeDataString(name);
}
