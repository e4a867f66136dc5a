using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ocr.EndToEnd.Harness;
using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>A real Prometheus with the configuration that ships, but for the addresses that it scrapes and how often.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocr-prometheus-");
    private readonly HttpClient _client;
    private readonly Process _process;

    private PrometheusServer(Uri target)
    {
        var port = FreePort();
        _client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        var config = Path.Combine(_folder.FullName, "prometheus.yml");
        File.WriteAllText(config, Configuration(target));
        File.Copy(Path.Combine(Shipped.Folder("prometheus"), "alerts.yml"), Path.Combine(_folder.FullName, "alerts.yml"));
        _process = Process.Start(new ProcessStartInfo("prometheus",
        [
            $"--config.file={config}", $"--storage.tsdb.path={_folder.FullName}/data", "--enable-feature=exemplar-storage",
            string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"), "--log.level=error",
        ]))!;
    }

    public static async Task<PrometheusServer> StartAsync(Uri target)
    {
        var server = new PrometheusServer(target);
        try
        {
            await Probe.UntilAsync(server.IsUpAsync, up => up, TimeSpan.FromSeconds(60));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>GET of a path of its API; the <c>data</c> of the answer.</summary>
    /// <exception cref="InvalidOperationException">It refused, an expression perhaps; with its words.</exception>
    public async Task<JsonNode> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return body["status"]!.GetValue<string>() == "success" ? body["data"]! : throw new InvalidOperationException($"{path}: {body["error"]}");
    }

    /// <summary>The instant vector of an expression: labels and value.</summary>
    public async Task<IReadOnlyList<(JsonObject Labels, double Value)>> QueryAsync(string expression)
    {
        var data = await GetAsync($"/api/v1/query?query={Uri.EscapeDataString(expression)}");
        return [.. data["result"]!.AsArray().Select(item =>
            (item!["metric"]!.AsObject(), double.Parse(item["value"]![1]!.GetValue<string>(), CultureInfo.InvariantCulture)))];
    }

    /// <summary>The one value of an expression.</summary>
    public async Task<double> ValueAsync(string expression) => Assert.Single(await QueryAsync(expression)).Value;

    /// <summary>Every name that was scraped.</summary>
    public async Task<IReadOnlySet<string>> NamesAsync() =>
        (await GetAsync("/api/v1/label/__name__/values")).AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsUpAsync()
    {
        try
        {
            return await QueryAsync("up == 1") is [_];
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException)
        {
            // Not listening yet, or "Service Unavailable" as plain text.
            return false;
        }
    }

    private static string Configuration(Uri target)
    {
        var root = Shipped.Yaml("prometheus/prometheus.yml");
        var global = (YamlMappingNode)root["global"];
        global.Children["scrape_interval"] = global.Children["evaluation_interval"] = "1s";
        var job = (YamlMappingNode)((YamlSequenceNode)root["scrape_configs"]).Single(item => (string)item["job_name"]! == "ocr");
        job.Children.Remove("dns_sd_configs");
        job.Add("static_configs", new YamlSequenceNode(new YamlMappingNode("targets", new YamlSequenceNode(target.Authority))));
        root.Children["scrape_configs"] = new YamlSequenceNode(job);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString().TrimEnd().TrimEnd('.');
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
