using System.Net.Sockets;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Ocr.Testing.Servers;

/// <summary>Sends requests in the protocol of a server until it responds.</summary>
internal static class ServerProbe
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits.</summary>
    /// <param name="kind">Kind of the server.</param>
    /// <param name="port">Its port.</param>
    /// <param name="dead">Returns the reason why it will never respond; <see langword="null"/> while it may.</param>
    public static async Task AwaitAsync(ServerKind kind, int port, Func<string?> dead)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        while (!await RespondsAsync(kind, port))
        {
            if (dead() is { } reason)
            {
                throw new InvalidOperationException(reason);
            }

            await Task.Delay(Pause, timeout.Token);
        }
    }

    private static async Task<bool> RespondsAsync(ServerKind kind, int port)
    {
        try
        {
            await SendAsync(kind, port);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or IOException or NpgsqlException or HttpRequestException or BrokerUnreachableException)
        {
            return false;
        }
    }

    private static async Task SendAsync(ServerKind kind, int port)
    {
        switch (kind)
        {
            case ServerKind.RabbitMq:
                await using (await new ConnectionFactory { Uri = new Uri(ServerAddress.RabbitMq(port)) }.CreateConnectionAsync())
                {
                    return;
                }

            case ServerKind.Postgres:
                await using (var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=ocr;Password=ocr;Database=ocr;Pooling=false;Timeout=5"))
                {
                    await connection.OpenAsync();
                    return;
                }

            case ServerKind.S3:
                using (var client = new HttpClient())
                {
                    using var _ = await client.GetAsync(new Uri(ServerAddress.S3(port)));
                    return;
                }

            default:
                using (var client = new TcpClient())
                {
                    await client.ConnectAsync("127.0.0.1", port);
                    await client.GetStream().WriteAsync("PING\r\n"u8.ToArray());
                    await client.GetStream().ReadExactlyAsync(new byte[5]);
                    return;
                }
        }
    }
}
