using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ocr.Results.Tests.Reviews;

/// <summary>Calls of a person who reviews receipts.</summary>
internal sealed class ReviewApi(HttpClient client)
{
    /// <summary>Opaque id of the receipt that <see cref="Messages.Payment"/> creates for a number.</summary>
    public static string IdOf(int receipt) => new Guid(receipt, 1, 0, new byte[8]).ToString("N");

    public async Task<(JsonObject Body, string Tag)> GetAsync(string id)
    {
        using var response = await client.GetAsync(new Uri($"/api/receipts/{id}", UriKind.Relative));
        response.EnsureSuccessStatusCode();
        return ((await response.Content.ReadFromJsonAsync<JsonObject>())!, response.Headers.ETag!.Tag);
    }

    public Task<HttpResponseMessage> DecideAsync(string id, string? tag, object body) => SendAsync(HttpMethod.Post, $"/api/receipts/{id}/decision", tag, body);

    public Task<HttpResponseMessage> CorrectAsync(string id, string? tag, object body) => SendAsync(HttpMethod.Patch, $"/api/receipts/{id}", tag, body);

    /// <summary>Corrects a field of the current version.</summary>
    public async Task<JsonObject> CorrectAsync(string id, string field, string? value)
    {
        var (_, tag) = await GetAsync(id);
        using var response = await CorrectAsync(id, tag, new { campos = new Dictionary<string, string?> { [field] = value } });
        var body = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.True(response.IsSuccessStatusCode, body.ToJsonString());
        return body;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? tag, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await client.SendAsync(request);
    }
}
