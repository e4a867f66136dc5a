using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ocr.Testing;
using Ocr.Testing.Harness;
using YamlDotNet.RepresentationModel;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>A real Prometheus with the shipped configuration, except for targets and scrape interval.</summary>
internal sealed class PrometheusServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ocr-prometheus-");
    private readonly HttpClient _client;
    private readonly Process _process;
    private readonly int _jobs;

    private PrometheusServer(IReadOnlyDictionary<string, YamlMappingNode> targets)
    {
        var port = FreePort();
        _client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
        _jobs = targets.Count;
        var config = Path.Combine(_folder.FullName, "prometheus.yml");
        File.WriteAllText(config, Configuration(targets));
        File.Copy(Path.Combine(Shipped.Folder("prometheus"), "alerts.yml"), Path.Combine(_folder.FullName, "alerts.yml"));
        _process = Process.Start(new ProcessStartInfo("prometheus",
        [
            $"--config.file={config}", $"--storage.tsdb.path={_folder.FullName}/data", "--enable-feature=exemplar-storage",
            string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"), "--log.level=error",
        ]))!;
    }

    /// <summary>Scrapes one process.</summary>
    public static Task<PrometheusServer> StartAsync(Uri target) => StartAsync(new Dictionary<string, YamlMappingNode>
    {
        ["ocr"] = new("static_configs", new YamlSequenceNode(new YamlMappingNode("targets", new YamlSequenceNode(target.Authority)))),
    });

    /// <summary>Scrapes a distributed system from its files of targets, one per job.</summary>
    public static Task<PrometheusServer> StartAsync(string folder) => StartAsync(
        Directory.EnumerateFiles(folder, "*.json").ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => new YamlMappingNode("file_sd_configs", new YamlSequenceNode(new YamlMappingNode("files", new YamlSequenceNode(file))))));

    private static async Task<PrometheusServer> StartAsync(Dictionary<string, YamlMappingNode> targets)
    {
        var server = new PrometheusServer(targets);
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

    /// <summary>GET of a path of its API; returns <c>data</c> of the response.</summary>
    /// <exception cref="InvalidOperationException">Prometheus refused the request; the message contains its error.</exception>
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
            var up = await QueryAsync("up");
            return up.All(target => target.Value == 1) && up.Select(target => target.Labels["job"]!.GetValue<string>()).Distinct().Count() == _jobs;
        }
        catch (Exception error) when (error is HttpRequestException or JsonException)
        {
            // Not listening yet, or "Service Unavailable" as plain text.
            return false;
        }
    }

    // Jobs of the shipped file without targets here are removed.
    private static string Configuration(IReadOnlyDictionary<string, YamlMappingNode> targets)
    {
        var root = Shipped.Yaml("prometheus/prometheus.yml");
        var global = (YamlMappingNode)root["global"];
        global.Children["scrape_interval"] = global.Children["evaluation_interval"] = "1s";
        var jobs = ((YamlSequenceNode)root["scrape_configs"]).Cast<YamlMappingNode>().ToDictionary(job => (string)job["job_name"]!);
        foreach (var (name, discovery) in targets)
        {
            jobs[name].Children.Remove("dns_sd_configs");
            var (how, where) = discovery.Children.Single();
            jobs[name].Add(how, where);
        }

        root.Children["scrape_configs"] = new YamlSequenceNode(targets.Keys.Select(name => jobs[name]));
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
