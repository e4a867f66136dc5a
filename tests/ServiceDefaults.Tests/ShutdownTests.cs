using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ocr.ServiceDefaults.Tests;

public sealed class ShutdownTests
{
    [Theory]
    [InlineData("", 30)]
    [InlineData("330", 330)]
    public async Task What_is_in_hand_is_left_the_time_that_was_set(string setting, int seconds)
    {
        HostOptions? host = null;
        await using var app = await TestApp.StartAsync(
            app => host = app.Services.GetRequiredService<IOptions<HostOptions>>().Value, settings: ("SHUTDOWN_SECONDS", setting));
        Assert.Equal(TimeSpan.FromSeconds(seconds), host!.ShutdownTimeout);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3601")]
    [InlineData("soon")]
    public async Task A_time_that_makes_no_sense_is_refused_by_name(string setting)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(settings: ("SHUTDOWN_SECONDS", setting)));
        Assert.Contains("SHUTDOWN_SECONDS", exception.Message, StringComparison.Ordinal);
    }
}
