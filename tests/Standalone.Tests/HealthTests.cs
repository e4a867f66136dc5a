using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ocr.Testing;

namespace Ocr.Standalone.Tests;

public sealed class HealthTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr health ");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_store_that_takes_no_images_makes_the_system_unhealthy()
    {
        await using var app = StandaloneHost.Build(["--PORT", "0", "--DATA_DIR", _data.FullName]);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal)) };
        using var before = await client.GetAsync(new Uri("/api/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        // A file replaces the folder; unlike a missing permission, this also affects root.
        var images = Path.Combine(_data.FullName, "images");
        Directory.Delete(images, recursive: true);
        await File.WriteAllTextAsync(images, string.Empty);

        // Health is measured at most once per second.
        JsonObject? health = null;
        await Probe.UntilAsync(async () =>
        {
            using var after = await client.GetAsync(new Uri("/api/health", UriKind.Relative));
            health = await after.Content.ReadFromJsonAsync<JsonObject>();
            return after.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        Assert.Equal("unhealthy", health!["status"]!.GetValue<string>());
        Assert.Equal("error", health["checks"]!["object_store"]!.GetValue<string>());
        Assert.Equal("ok", health["checks"]!["database"]!.GetValue<string>());
    }
}
