using Ocr.Testing.Servers;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Ocr.Integration.Harness;

/// <summary>A separate client of the broker that duplicates and removes messages.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private const string Copied = "copied";
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private int _repeated;

    private Broker(IConnection connection, IChannel channel)
    {
        _connection = connection;
        _channel = channel;
    }

    /// <summary>Number of duplicated messages.</summary>
    public int Repeated => Volatile.Read(ref _repeated);

    public static async Task<Broker> ConnectAsync(IServer server)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(ServerAddress.RabbitMq(server.Port)) }.CreateConnectionAsync();
        return new Broker(connection, await connection.CreateChannelAsync());
    }

    /// <summary>Duplicates every later message of these types, byte for byte.</summary>
    /// <param name="messages">Types of <c>Ocr.Contracts</c>.</param>
    public async Task RepeatAsync(params Type[] messages)
    {
        var queue = await TapAsync(messages);
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            if (delivery.BasicProperties.Headers?.ContainsKey(Copied) != true)
            {
                var properties = new BasicProperties(delivery.BasicProperties)
                {
                    Headers = new Dictionary<string, object?>(delivery.BasicProperties.Headers ?? new Dictionary<string, object?>()) { [Copied] = true },
                };
                await _channel.BasicPublishAsync(delivery.Exchange, delivery.RoutingKey, mandatory: false, properties, delivery.Body.ToArray());
                Interlocked.Increment(ref _repeated);
            }
        };
        await _channel.BasicConsumeAsync(queue, autoAck: true, consumer);
    }

    /// <summary>Creates a queue that receives every later message of these types; returns its name.</summary>
    /// <param name="messages">Types of <c>Ocr.Contracts</c>.</param>
    public async Task<string> TapAsync(params Type[] messages)
    {
        var queue = await _channel.QueueDeclareAsync();
        foreach (var message in messages)
        {
            await _channel.QueueBindAsync(queue.QueueName, $"{message.Namespace}:{message.Name}", "");
        }

        return queue.QueueName;
    }

    /// <summary>Number of consumers of a queue.</summary>
    /// <exception cref="RabbitMQ.Client.Exceptions.OperationInterruptedException">There is no such queue.</exception>
    public async Task<uint> ConsumersAsync(string queue) => (await _channel.QueueDeclarePassiveAsync(queue)).ConsumerCount;

    /// <summary>Whether an exchange exists.</summary>
    public async Task<bool> HasExchangeAsync(string exchange)
    {
        // The broker closes the channel that declares a missing exchange passively.
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            await channel.ExchangeDeclarePassiveAsync(exchange);
            return true;
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return false;
        }
    }

    /// <summary>Removes the messages of a queue; returns their number.</summary>
    public async Task<uint> PurgeAsync(string queue) => await _channel.QueuePurgeAsync(queue);

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
