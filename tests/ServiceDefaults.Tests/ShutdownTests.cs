using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ocr.ServiceDefaults.Tests;

public sealed class ShutdownTests
{
    [Theory]
    [InlineData("", 30)]
    [InlineData("330", 330)]
    public async Task Work_in_progress_gets_the_configured_time_at_shutdown(string setting, int seconds)
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
    public async Task An_invalid_shutdown_time_is_refused_with_its_setting(string setting)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => TestApp.StartAsync(settings: ("SHUTDOWN_SECONDS", setting)));
        Assert.Contains("SHUTDOWN_SECONDS", exception.Message, StringComparison.Ordinal);
    }
}
