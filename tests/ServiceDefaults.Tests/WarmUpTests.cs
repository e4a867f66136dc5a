using Microsoft.Extensions.DependencyInjection;
using Ocr.ServiceDefaults.Warming;

namespace Ocr.ServiceDefaults.Tests;

public sealed class WarmUpTests
{
    [Fact]
    public async Task Nothing_is_served_before_the_samples_take_a_stable_time()
    {
        var warmUp = new Sample();
        await using var app = await TestApp.StartAsync(
            services: (services, _) => services.AddSingleton<IWarmUp>(warmUp).AddHostedService<Later>(_ => new Later(warmUp)), settings: ("WARM_UP_SECONDS", "60"));

        Assert.InRange(warmUp.Passes, 40, 1000);
        Assert.Equal((warmUp.Passes, 1), (warmUp.PassesAtStart, warmUp.Ends));
    }

    [Fact]
    public async Task Without_the_setting_a_start_is_not_made_longer()
    {
        var warmUp = new Sample();
        await using var app = await TestApp.StartAsync(services: (services, _) => services.AddSingleton<IWarmUp>(warmUp));
        Assert.Equal(0, warmUp.Passes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_warm_up_that_fails_or_does_not_end_does_not_prevent_the_start(bool fails)
    {
        var warmUp = new Sample { Work = token => fails ? throw new IOException("away") : Task.Delay(Timeout.Infinite, token) };
        await using var app = await TestApp.StartAsync(services: (services, _) => services.AddSingleton<IWarmUp>(warmUp), settings: ("WARM_UP_SECONDS", "1"));
        Assert.Equal((1, 1), (warmUp.Passes, warmUp.Ends));
    }

    [Fact]
    public void A_pass_of_more_than_twice_the_median_is_not_warm()
    {
        TimeSpan[] usual = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(10), 50)];
        Assert.True(WarmUpService.IsSettled(usual));
        Assert.False(WarmUpService.IsSettled(usual[..39]));
        Assert.False(WarmUpService.IsSettled([.. usual, TimeSpan.FromMilliseconds(21)]));
        Assert.True(WarmUpService.IsSettled([.. usual, TimeSpan.FromMilliseconds(21), .. usual[..10]]));
    }

    private sealed class Sample : IWarmUp
    {
        public int Passes { get; private set; }

        public int Ends { get; private set; }

        public int PassesAtStart { get; set; }

        public Func<CancellationToken, Task> Work { get; init; } = _ => Task.CompletedTask;

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Passes++;
            return Work(cancellationToken);
        }

        public Task EndAsync()
        {
            Ends++;
            return Task.CompletedTask;
        }
    }

    private sealed class Later(Sample warmUp) : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            warmUp.PassesAtStart = warmUp.Passes;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
