using System.Text.Json.Nodes;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Page;

/// <summary>Creates receipts over the API, and reads their state.</summary>
internal sealed class DeskApi(Api api)
{
    /// <summary>Sends receipts of one draw and has them read.</summary>
    /// <returns>The batch.</returns>
    public async Task<string> ReadAsync(string drawDate, params Upload[] uploads)
    {
        var upload = await api.UploadAsync([.. uploads.Select((one, index) => one with
        {
            Metadata = new Dictionary<string, string>(one.Metadata)
            {
                ["fechasorteo"] = drawDate, ["nombre"] = $"Jugador {index + 1}", ["idWhatsapp"] = $"{index + 1:D12}@lid", ["horamin"] = $"14-{index:D2}",
            },
        })]);
        Assert.True(upload.Body["success"]?.GetValue<bool>(), upload.Body.ToJsonString());
        var batch = await api.ProcessAsync(new JsonObject { ["upload_id"] = upload.Body.Text("upload_id"), ["profile"] = "ultra_rapido" });
        return batch.Body.Text("request_id");
    }

    /// <summary>Receipts of the frozen set, from one on.</summary>
    public Task<string> ReadAsync(string drawDate, int first, int count) =>
        ReadAsync(drawDate, [.. Enumerable.Range(first, count).Select(index => Receipts.Unique(Receipts.Truth[index].Key, index))]);

    /// <summary>All receipts of a draw.</summary>
    public async Task<JsonObject[]> ReceiptsAsync(string drawDate) => (await api.GetAsync($"/api/receipts?fechasorteo={drawDate}&limit=200")).List("receipts");

    /// <summary>The only receipt of a draw.</summary>
    public async Task<JsonObject> ReceiptAsync(string drawDate) => Assert.Single(await ReceiptsAsync(drawDate));
}
