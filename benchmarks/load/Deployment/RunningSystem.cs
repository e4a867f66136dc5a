using System.Diagnostics;
using System.Globalization;

namespace Ocr.Load.Deployment;

/// <summary>The distributed system, started like a production system, without rate limits.</summary>
internal sealed class RunningSystem : IAsyncDisposable
{
    private const string Ready = "Ready: ";
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan HealthPoll = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Limits = ["PER_MINUTE", "PER_HOUR", "BURST", "UPLOAD_PER_MINUTE", "PROCESS_PER_MINUTE", "COST_PER_MINUTE"];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ocr-load-");
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningSystem(Settings settings)
    {
        var start = new ProcessStartInfo(
            Path.Combine(Testing.RepositoryRoot.Path, "run.sh"), ["--distributed", "--workers", settings.Workers.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["PORT"] = "0";
        start.Environment["DATA_DIR"] = _data.FullName;
        start.Environment["OCR_PARALLELISM"] = "1";
        start.Environment["PROGRAMS_DIR"] = settings.Programs;
        start.Environment["WARM_UP_SECONDS"] = settings.WarmUpSeconds.ToString(CultureInfo.InvariantCulture);
        foreach (var limit in Limits)
        {
            start.Environment[$"RATE_LIMIT_{limit}"] = "0";
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => AddLine(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("The system ended before it was ready."));
    }

    /// <summary>Address of the gateway.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>First processes of the servers and services: the name of the log, and the process id.</summary>
    public IReadOnlyList<(string Name, int Id)> Parts { get; private set; } = [];

    /// <summary>Its database, with the address that the services use.</summary>
    public Uri Database => new(ProcessTable.Variable(Part("ingest"), "DATABASE_URL")!);

    /// <summary>Addresses of the services' metrics.</summary>
    public IEnumerable<Uri> Metrics => Parts.Select(part => ProcessTable.Variable(part.Id, "ASPNETCORE_URLS")).OfType<string>()
        .Select(address => new Uri(address)).Append(Address).Select(address => new Uri(address, "/metrics"));

    public static async Task<RunningSystem> StartAsync(Settings settings, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Starting the system with {settings.Workers} workers…");
        var system = new RunningSystem(settings);
        try
        {
            system._process.Start();
            system._process.BeginOutputReadLine();
            system.Address = await system._ready.Task.WaitAsync(StartTimeout, cancellationToken);
            system.Parts = system.Running();
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Terminates a service and waits until the system has started it again and is healthy.</summary>
    /// <param name="name">Name of its log.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task RestartAsync(string name, CancellationToken cancellationToken)
    {
        var old = Running().Single(part => part.Name == name).Id;
        Terminate(old);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(StartTimeout);
        using var client = new HttpClient { BaseAddress = Address };
        while (!Running().Any(part => part.Name == name && part.Id != old) || !await IsHealthyAsync(client, timeout.Token))
        {
            await Task.Delay(HealthPoll, timeout.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // The script stops them in its order: services before servers.
            Terminate(_process.Id);
            await _process.WaitForExitAsync().WaitAsync(StopTimeout);
        }

        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private static void Terminate(int id)
    {
        using var kill = Process.Start("kill", ["-TERM", id.ToString(CultureInfo.InvariantCulture)]);
    }

    private static async Task<bool> IsHealthyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.GetStringAsync(new Uri("/api/health", UriKind.Relative), cancellationToken)).Contains("\"status\":\"healthy\"", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private IReadOnlyList<(string Name, int Id)> Running() =>
        [.. ProcessTable.Read().Where(entry => entry.Parent == _process.Id).Select(entry => (LogName(entry.Id), entry.Id))];

    private int Part(string name) => Parts.Single(part => part.Name == name).Id;

    // Each of them writes to a separate log.
    private static string LogName(int id) => Path.GetFileNameWithoutExtension(new FileInfo($"/proc/{id}/fd/1").LinkTarget!);

    private void AddLine(string? line)
    {
        if (line?.StartsWith(Ready, StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult(new Uri(line[Ready.Length..].Split(' ')[0]));
        }
    }
}
