using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;
using Testcontainers.Redis;

namespace Ocr.Testing.Servers;

/// <summary>A container of the image that <c>docker-compose.yml</c> runs. A missing image is downloaded.</summary>
public sealed class ContainerServer : IServer
{
    private readonly ServerKind _kind;
    private readonly IContainer _container;

    // The reaper would be one more image to download. Containers of a killed run have the label org.testcontainers.
    static ContainerServer() => TestcontainersSettings.ResourceReaperEnabled = false;

    public ContainerServer(ServerKind kind)
    {
        _kind = kind;
        var image = ComposeImage.Of(kind);
        _container = kind switch
        {
            ServerKind.RabbitMq => Build(new RabbitMqBuilder(image).WithUsername("guest").WithPassword("guest"), RabbitMqBuilder.RabbitMqPort),
            ServerKind.Postgres => Build(
                // The command of the Testcontainers module disables durability.
                new PostgreSqlBuilder(image).WithUsername("ocr").WithPassword("ocr").WithDatabase("ocr")
                    .WithCommand(new OverwriteEnumerable<string>(["-c", "max_connections=200"])),
                PostgreSqlBuilder.PostgreSqlPort),
            ServerKind.Redis => Build(new RedisBuilder(image).WithCommand("--save", "", "--appendonly", "no"), RedisBuilder.RedisPort),
            ServerKind.S3 => Build(
                new ContainerBuilder(image).WithCommand("posix", "/data").WithEnvironment("VGW_PORT", ":9000")
                    .WithEnvironment("ROOT_ACCESS_KEY", ServerAddress.S3Key).WithEnvironment("ROOT_SECRET_KEY", ServerAddress.S3Key)
                    // A bucket is a folder; this creates it.
                    .WithResourceMapping(Array.Empty<byte>(), $"/data/{ServerAddress.Bucket}/.keep"),
                9000),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    public int Port { get; } = FreePort.Take();

    public async Task StartAsync()
    {
        await _container.StartAsync();
        await ServerProbe.AwaitAsync(_kind, Port, () => _container.State == TestcontainersStates.Running ? null : $"the container of {_kind} ended");
    }

    public Task KillAsync() => _container.State == TestcontainersStates.Running ? _container.StopAsync() : Task.CompletedTask;

    public ValueTask DisposeAsync() => _container.DisposeAsync();

    private IContainer Build<TBuilder, TContainer, TConfiguration>(ContainerBuilder<TBuilder, TContainer, TConfiguration> builder, ushort port)
        where TBuilder : ContainerBuilder<TBuilder, TContainer, TConfiguration>
        where TContainer : IContainer
        where TConfiguration : IContainerConfiguration =>
        builder.WithPortBinding(Port, port).WithCreateParameterModifier(Harden).Build();

    private static void Harden(CreateContainerParameters container)
    {
        // Stops like a power failure: nothing is flushed.
        container.StopSignal = "SIGKILL";
        foreach (var binding in container.HostConfig!.PortBindings!.Values.SelectMany(bindings => bindings))
        {
            binding.HostIP = "127.0.0.1";
        }
    }
}
