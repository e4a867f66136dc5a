using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.ServiceDefaults.Tests;

public sealed class BusTests
{
    public sealed record Ping(int Failures, bool Permanent);

    [Fact]
    public async Task A_transient_fault_is_tried_again()
    {
        var attempts = await SendAsync(new Ping(Failures: 2, Permanent: false), count: 3);
        Assert.Equal([1, 2, 3], attempts);
    }

    [Fact]
    public async Task A_permanent_fault_is_not()
    {
        // The second message shows that the first was handled, without a wait for inactivity.
        var attempts = await SendAsync(new Ping(Failures: 9, Permanent: true), count: 2, new Ping(0, false));
        Assert.Equal([1, 1], attempts);
    }

    [Fact]
    public async Task A_message_is_sent_without_indentation()
    {
        var seen = Channel.CreateUnbounded<string>();
        IBus? bus = null;
        await using var app = await TestApp.StartAsync(
            app => bus = app.Services.GetRequiredService<IBus>(),
            (services, configuration) => services.AddSingleton(seen.Writer).AddOcrBus(configuration, bus => bus.Transport.AddConsumer<BodyConsumer>()));
        await bus!.Publish(new Ping(Failures: 0, Permanent: false));

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain('\n', await seen.Reader.ReadAsync(timeout.Token));
    }

    [Fact]
    public void An_unknown_transport_is_refused_by_name()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("BUS_TRANSPORT", (string?)"kafka")]).Build();
        var error = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddOcrBus(configuration, _ => { }));
        Assert.Contains("BUS_TRANSPORT", error.Message, StringComparison.Ordinal);
    }

    private static async Task<List<int>> SendAsync(Ping first, int count, Ping? second = null)
    {
        var seen = Channel.CreateUnbounded<int>();
        IBus? bus = null;
        await using var app = await TestApp.StartAsync(
            app => bus = app.Services.GetRequiredService<IBus>(),
            (services, configuration) => services.AddSingleton(seen.Writer)
                .AddOcrBus(configuration, bus => bus.Transport.AddConsumer<PingConsumer, OneAtATime>()));
        await bus!.Publish(first);
        if (second is not null)
        {
            await bus.Publish(second);
        }

        var attempts = new List<int>();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (attempts.Count < count)
        {
            attempts.Add(await seen.Reader.ReadAsync(timeout.Token));
        }

        return attempts;
    }

    public sealed class PingConsumer(ChannelWriter<int> seen) : IConsumer<Ping>
    {
        public Task Consume(ConsumeContext<Ping> context)
        {
            ArgumentNullException.ThrowIfNull(context);
            var attempt = context.GetRetryAttempt() + 1;
            seen.TryWrite(attempt);
            return attempt > context.Message.Failures ? Task.CompletedTask
                : context.Message.Permanent ? throw new PermanentErrorException("broken")
                : throw new TimeoutException();
        }
    }

    public sealed class BodyConsumer(ChannelWriter<string> seen) : IConsumer<Ping>
    {
        public Task Consume(ConsumeContext<Ping> context)
        {
            ArgumentNullException.ThrowIfNull(context);
            seen.TryWrite(context.ReceiveContext.Body.GetString());
            return Task.CompletedTask;
        }
    }

    public sealed class OneAtATime : ConsumerDefinition<PingConsumer>
    {
        public OneAtATime() => ConcurrentMessageLimit = 1;
    }
}
