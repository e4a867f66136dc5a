using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Testing.Harness;

namespace Ocr.EndToEnd.Tenants;

/// <summary>A system with keys: one tenant has a finished batch and a pending file, the other has nothing.</summary>
public sealed class TwoTenants : IAsyncLifetime
{
    private const string AdminKey = "Zq7-solo-para-pruebas-4Kd-vB2", Sender = "580009991234";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr tenants ");
    private StandaloneProcess _process = null!;

    internal Uri Address => _process.Api.Client.BaseAddress!;

    internal TenantKey Owner { get; private set; } = null!;

    internal TenantKey Other { get; private set; } = null!;

    /// <summary>The administrator.</summary>
    internal TenantKey Admin { get; private set; } = null!;

    /// <summary>The owner's finished batch.</summary>
    internal string Batch { get; private set; } = "";

    /// <summary>Its one result.</summary>
    internal string Result { get; private set; } = "";

    /// <summary>Opaque id of its receipt.</summary>
    internal string ReceiptId { get; private set; } = "";

    /// <summary>Address of the draw of its receipt, which no other receipt is sent for.</summary>
    internal const string Draw = "/api/draws/20240229/Q";

    /// <summary>The same draw in a query.</summary>
    internal const string DrawQuery = "fechasorteo=20240229&numerosorteo=Q";

    /// <summary>Stored name of the owner's pending file.</summary>
    internal string Pending { get; private set; } = "";

    /// <summary>Upload of the pending file.</summary>
    internal string PendingUpload { get; private set; } = "";

    /// <summary>The owner's webhook.</summary>
    internal string Webhook { get; private set; } = "";

    /// <summary>Texts that no response to the other tenant may contain.</summary>
    internal string[] Marks => [Sender, Batch, PendingUpload, Webhook];

    public async Task InitializeAsync()
    {
        _process = await StandaloneProcess.StartAsync(
            _data.FullName, ("AUTH_REQUIRED", "true"), ("SESSION_SECRET", "Un secreto de pruebas con 7 x 9 letras"), ("ADMIN_API_KEY", AdminKey));
        Admin = new TenantKey(Address, AdminKey);
        Owner = await TenantKey.CreateAsync(Address, AdminKey, "loteria-uno");
        Other = await TenantKey.CreateAsync(Address, AdminKey, "loteria-dos");
        using var webhook = await Owner.Api.Client.PostAsJsonAsync("/api/webhooks", new { url = "https://recibos.invalid/", activo = false });
        Webhook = (await ApiResponse.ReadAsync(webhook)).Body["webhook"]!.AsObject().Text("id");
        // The events of a tenant are stored from its first stream on.
        await Owner.Api.Client.GetStringAsync(new Uri("/api/events?segundos=1", UriKind.Relative));
        var read = await Owner.Api.UploadAsync(Receipt(0));
        ReceiptId = read.Body.List("files_processed").Single().Text("receipt_id");
        var batch = await Owner.Api.ProcessAsync(new JsonObject { ["upload_id"] = read.Body.Text("upload_id") });
        (Batch, Result) = (batch.Body.Text("request_id"), batch.Body.List("results").Single().Text("result_file"));
        var pending = await Owner.Api.UploadAsync(Receipt(1));
        (Pending, PendingUpload) = (pending.StoredNames().Single(), pending.Body.Text("upload_id"));
    }

    public async Task DisposeAsync()
    {
        foreach (var client in (TenantKey?[])[Owner, Other, Admin])
        {
            client?.Dispose();
        }

        await _process.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static Upload Receipt(int number)
    {
        var upload = Receipts.Unique(Receipts.Truth[number].Key, number);
        return upload with { Metadata = new Dictionary<string, string>(upload.Metadata) { ["idWhatsapp"] = $"{Sender}@lid", ["fechasorteo"] = "20240229", ["numerosorteo"] = "Q" } };
    }
}
