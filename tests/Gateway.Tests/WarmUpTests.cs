using Microsoft.Extensions.DependencyInjection;
using Ocr.ServiceDefaults.Warming;
using Yarp.ReverseProxy;

namespace Ocr.Gateway.Tests;

/// <summary>A failed warm-up does not prevent the start, so only a test notices it.</summary>
public sealed class WarmUpTests
{
    private const int BodyBytes = 64 * 1024;

    [Fact]
    public async Task Every_warm_up_succeeds_and_each_service_receives_a_body_through_the_proxy()
    {
        await using var app = await GatewayApp.StartAsync();
        foreach (var warmUp in app.Services.GetServices<IWarmUp>())
        {
            await warmUp.RunAsync(CancellationToken.None);
            await warmUp.EndAsync();
        }

        var services = app.Services.GetRequiredService<IProxyStateLookup>().GetClusters().Count();
        Assert.InRange(services, 2, 3);
        Assert.Equal(services * BodyBytes, app.WarmUpBytes);
    }

    [Fact]
    public async Task Services_that_are_down_do_not_fail_a_warm_up()
    {
        await using var app = await GatewayApp.StartAsync();
        await app.Behind.StopAsync();

        foreach (var warmUp in app.Services.GetServices<IWarmUp>())
        {
            await warmUp.RunAsync(CancellationToken.None);
            await warmUp.EndAsync();
        }

        Assert.Equal(0, app.WarmUpBytes);
    }
}
