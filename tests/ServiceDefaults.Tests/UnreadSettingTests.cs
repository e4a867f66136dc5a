using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ocr.Testing;

namespace Ocr.ServiceDefaults.Tests;

public sealed class UnreadSettingTests
{
    [Fact]
    public async Task Unused_variables_of_the_specification_are_logged_once_at_start() =>
        Assert.Equal(
            ["Settings without effect: LOG_FILE, UPLOAD_FOLDER. docs/operations.md describes their replacements"],
            await WarningsAsync(("UPLOAD_FOLDER", "/secure/uploads"), ("LOG_FILE", "/var/log/ocr_system.log"), ("FLASK_ENV", " "), ("LOG_LEVEL", "INFO")));

    [Fact]
    public async Task Without_such_variables_nothing_is_logged() => Assert.Empty(await WarningsAsync(("LOG_LEVEL", "INFO")));

    private static async Task<IReadOnlyList<string>> WarningsAsync(params (string Name, string Value)[] settings)
    {
        using var log = new CapturedLog(LogLevel.Warning);
        await using var app = await TestApp.StartAsync(services: (services, _) => services.AddSingleton<ILoggerProvider>(log), settings: settings);
        return [.. log.Lines.Where(message => message.StartsWith("Settings without", StringComparison.Ordinal))];
    }
}
