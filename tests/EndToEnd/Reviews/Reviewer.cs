using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Reviews;

/// <summary>A person who reads a receipt and changes the version that was read.</summary>
internal sealed class Reviewer(Api api, string receiptId)
{
    private string _tag = "";

    /// <summary>Reads the receipt; a change is based on the version that was read last.</summary>
    public async Task<JsonObject> LookAsync()
    {
        using var response = await api.Client.GetAsync(new Uri($"/api/receipts/{receiptId}", UriKind.Relative));
        _tag = response.Headers.ETag!.Tag;
        return (await ApiResponse.ReadAsync(response)).Body;
    }

    public Task<ApiResponse> DecideAsync(string decision, string? reason = null) =>
        SendAsync(HttpMethod.Post, $"/api/receipts/{receiptId}/decision", new { decision, motivo = reason });

    public Task<ApiResponse> CorrectAsync(string field, string? value) =>
        SendAsync(HttpMethod.Patch, $"/api/receipts/{receiptId}", new { campos = new Dictionary<string, string?> { [field] = value } });

    public async Task<ApiResponse> RereadAsync(string profile) =>
        await SendAsync(HttpMethod.Post, $"/api/receipts/{receiptId}/reread", new { profile });

    private async Task<ApiResponse> SendAsync(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", _tag);
        using var response = await api.Client.SendAsync(request);
        return await ApiResponse.ReadAsync(response);
    }
}
