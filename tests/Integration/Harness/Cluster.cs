using System.Globalization;
using Ocr.Testing.Harness;
using Ocr.Testing.Servers;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ocr.Integration.Harness;

/// <summary>
/// The distributed system: two Ingest, two Results, an Extractor, a Gateway and three workers as processes, on real servers. The tests of
/// this collection break it one after the other, and each starts with a complete system.
/// </summary>
public sealed class Cluster(IMessageSink messages) : IAsyncLifetime
{
    private const int WorkerCount = 3;
    private ServiceProcess[] _services = [];

    internal ServerSet Servers { get; private set; } = null!;

    internal Ledger Ledger { get; private set; } = null!;

    internal ServiceProcess[] Ingests { get; private set; } = [];

    internal ServiceProcess[] Results { get; private set; } = [];

    internal ServiceProcess Gateway { get; private set; } = null!;

    internal WorkerReplica[] Workers { get; private set; } = [];

    /// <summary>The connection between Ingest or Results and the database.</summary>
    internal Link Database { get; private set; } = null!;

    /// <summary>Addresses for clients: the gateway, which forwards to the first Ingest, and the second Ingest.</summary>
    internal Api[] Doors => [Gateway.Api, Ingests[1].Api];

    public async Task InitializeAsync()
    {
        var kinds = Enum.GetValues<ServerKind>();
        foreach (var kind in kinds)
        {
            messages.OnMessage(new DiagnosticMessage(await ServerChoice.DescribeAsync(kind)));
        }

        Servers = await ServerSet.StartAsync(kinds);
        Database = new Link(Servers[ServerKind.Postgres].Port);
        Ledger = new Ledger(Servers[ServerKind.Postgres].Port);
        Ingests = [new("Ingest", Settings()), new("Ingest", Settings())];
        Results = [new("Results", Settings()), new("Results", Settings())];
        var extractor = new ServiceProcess("Extractor", Settings());
        Gateway = new ServiceProcess("Gateway",
        [
            .. Settings(), ("INGEST_URL", Ingests[0].Address.ToString()), ("RESULTS_URL", Results[0].Address.ToString()),
            ("EXTRACTOR_URL", extractor.Address.ToString()), ("WEBHOOK_ALLOW", "127.0.0.1"),
        ]);
        Workers = [.. Enumerable.Range(0, WorkerCount).Select(_ => new WorkerReplica(Settings(), Servers[ServerKind.S3].Port))];
        _services = [.. Ingests, .. Results, extractor, Gateway];
        foreach (var service in (ServiceProcess[])[Ingests[0], Results[0], Gateway])
        {
            await service.MigrateAsync();
        }

        await Task.WhenAll([.. _services.Select(service => service.StartAsync()), .. Workers.Select(worker => worker.Process.StartAsync())]);
    }

    /// <summary>Starts every replica that a test has ended.</summary>
    internal Task HealAsync() => Task.WhenAll(
        _services.Concat(Workers.Select(worker => worker.Process)).Where(service => !service.IsRunning).Select(service => service.StartAsync()));

    /// <summary>Starts Ingest again with a lease that ends within the timeout of a test: a message that the broker loses is sent again when its lease ends.</summary>
    internal Task ShortenLeasesAsync(int seconds) => Task.WhenAll(Ingests.Select(async ingest =>
    {
        await ingest.KillAsync();
        await ingest.StartAsync(("LEASE_SECONDS", seconds.ToString(CultureInfo.InvariantCulture)));
    }));

    /// <summary>Ends Ingest, so that the next test starts it with its ordinary lease.</summary>
    internal Task EndShortLeasesAsync() => Task.WhenAll(Ingests.Select(ingest => ingest.TerminateAsync()));

    /// <summary>Logs of all processes, for a failing test.</summary>
    internal string Logs() => string.Join("\n\n", _services.Concat(Workers.Select(worker => worker.Process)).Select(service => service.Log));

    public async Task DisposeAsync()
    {
        foreach (var service in _services.Concat(Workers.Select(worker => worker.Process)))
        {
            await service.DisposeAsync();
        }

        Database.Dispose();
        await Servers.DisposeAsync();
    }

    private (string Name, string Value)[] Settings() =>
    [
        ("BUS_TRANSPORT", "rabbitmq"), ("RABBITMQ_URL", ServerAddress.RabbitMq(Servers[ServerKind.RabbitMq].Port)),
        ("DATABASE_URL", ServerAddress.Postgres(Database.Port)), ("REDIS_URL", ServerAddress.Redis(Servers[ServerKind.Redis].Port)),
        ("OBJECT_STORE", "s3"), ("S3_ENDPOINT", ServerAddress.S3(Servers[ServerKind.S3].Port)), ("S3_BUCKET", ServerAddress.Bucket),
        ("S3_ACCESS_KEY", ServerAddress.S3Key), ("S3_SECRET_KEY", ServerAddress.S3Key),
        // Sequential reading without read-ahead, so that a batch is still running when a fault occurs.
        ("OCR_PARALLELISM", "1"), ("READ_AHEAD", "false"),
        ("RATE_LIMIT_PER_MINUTE", "0"), ("RATE_LIMIT_PER_HOUR", "0"), ("RATE_LIMIT_BURST", "0"),
        ("RATE_LIMIT_UPLOAD_PER_MINUTE", "0"), ("RATE_LIMIT_PROCESS_PER_MINUTE", "0"), ("RATE_LIMIT_REVIEW_PER_MINUTE", "0"), ("RATE_LIMIT_COST_PER_MINUTE", "0"),
    ];
}
