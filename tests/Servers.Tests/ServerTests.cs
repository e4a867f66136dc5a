using System.Net.Sockets;
using System.Runtime.Versioning;
using Ocr.Testing.Servers;

// The tests need the server packages of Debian.
[assembly: SupportedOSPlatform("linux")]

namespace Ocr.Servers.Tests;

/// <summary>Behavior that tests with server faults rely on, for processes and for containers.</summary>
public sealed class ServerTests : IClassFixture<PrintedChoice>
{
    [Theory]
    [Hosted(ServerHost.Process, ServerKind.RabbitMq)]
    [Hosted(ServerHost.Process, ServerKind.Postgres)]
    [Hosted(ServerHost.Process, ServerKind.Redis)]
    [Hosted(ServerHost.Process, ServerKind.S3)]
    [Hosted(ServerHost.Container, ServerKind.RabbitMq)]
    [Hosted(ServerHost.Container, ServerKind.Postgres)]
    [Hosted(ServerHost.Container, ServerKind.Redis)]
    [Hosted(ServerHost.Container, ServerKind.S3)]
    public async Task A_killed_server_restarts_on_its_port_with_its_stored_data(ServerHost host, ServerKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("ocr-server-");
        File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        try
        {
            int port;
            await using (IServer server = host == ServerHost.Container ? new ContainerServer(kind) : new NativeServer(kind, folder.FullName))
            {
                port = server.Port;
                await server.StartAsync();
                await Note.LeaveAsync(kind, port, "kept");

                await server.KillAsync();
                await AssertNobodyListensAsync(port);

                await server.StartAsync();
                Assert.Equal(port, server.Port);
                Assert.Equal(kind == ServerKind.Redis ? null : "kept", await Note.FindAsync(kind, port));
            }

            await AssertNobodyListensAsync(port);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(ServerKind.RabbitMq)]
    [InlineData(ServerKind.Postgres)]
    [InlineData(ServerKind.Redis)]
    [InlineData(ServerKind.S3)]
    public void A_container_is_of_the_one_version_that_compose_pins(ServerKind kind) =>
        Assert.Matches(@"^[a-z0-9/-]+:v?\d+\.\d+(\.\d+)?[a-z-]*$", ComposeImage.Of(kind));

    private static async Task AssertNobodyListensAsync(int port)
    {
        using var client = new TcpClient();
        var exception = await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync("127.0.0.1", port));
        Assert.Equal(SocketError.ConnectionRefused, exception.SocketErrorCode);
    }
}
