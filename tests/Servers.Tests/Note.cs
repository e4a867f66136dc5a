using System.Text;
using Amazon.S3;
using Npgsql;
using Ocr.Testing.Servers;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace Ocr.Servers.Tests;

/// <summary>A text that is stored at a server over its protocol, with a new connection each time.</summary>
internal static class Note
{
    private const string Name = "note";

    public static async Task LeaveAsync(ServerKind kind, int port, string text)
    {
        switch (kind)
        {
            case ServerKind.RabbitMq:
                await OnBrokerAsync(port, async channel =>
                {
                    await channel.BasicPublishAsync("", Name, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text));
                    return null;
                });
                // The confirm covers the message. RabbitMQ 3.10 writes the queue's definition through a log that Erlang's disk_log buffers for 2 seconds,
                // and no AMQP request returns when that buffer is on disk.
                await Task.Delay(TimeSpan.FromSeconds(5));
                break;
            case ServerKind.Postgres:
                await QueryAsync(port, "CREATE TABLE IF NOT EXISTS note (text text)");
                await QueryAsync(port, $"INSERT INTO note VALUES ('{text}')");
                break;
            case ServerKind.Redis:
                await using (var redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port}"))
                {
                    await redis.GetDatabase().StringSetAsync(Name, text);
                }

                break;
            default:
                using (var s3 = S3(port))
                {
                    await s3.PutObjectAsync(new() { BucketName = ServerAddress.Bucket, Key = Name, ContentBody = text, UseChunkEncoding = false });
                }

                break;
        }
    }

    /// <summary>The text, or <see langword="null"/> where the server is up and has none.</summary>
    public static async Task<string?> FindAsync(ServerKind kind, int port)
    {
        switch (kind)
        {
            case ServerKind.RabbitMq:
                return await OnBrokerAsync(port, async channel =>
                    await channel.BasicGetAsync(Name, autoAck: true) is { } message ? Encoding.UTF8.GetString(message.Body.Span) : null);
            case ServerKind.Postgres:
                return (string?)await QueryAsync(port, "SELECT text FROM note");
            case ServerKind.Redis:
                await using (var redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port}"))
                {
                    return await redis.GetDatabase().StringGetAsync(Name);
                }

            default:
                using (var s3 = S3(port))
                using (var found = await s3.GetObjectAsync(ServerAddress.Bucket, Name))
                using (var reader = new StreamReader(found.ResponseStream))
                {
                    return await reader.ReadToEndAsync();
                }
        }
    }

    private static async Task<string?> OnBrokerAsync(int port, Func<IChannel, Task<string?>> act)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(ServerAddress.RabbitMq(port)) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.QueueDeclareAsync(Name, durable: true, exclusive: false, autoDelete: false);
        return await act(channel);
    }

    private static async Task<object?> QueryAsync(int port, string sql)
    {
        var url = new Uri(ServerAddress.Postgres(port));
        await using var connection = new NpgsqlConnection($"Host={url.Host};Port={url.Port};Username=ocr;Password=ocr;Database=ocr;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static AmazonS3Client S3(int port) => new(
        ServerAddress.S3Key, ServerAddress.S3Key, new AmazonS3Config { ServiceURL = ServerAddress.S3(port), ForcePathStyle = true });
}
