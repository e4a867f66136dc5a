using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Ocr.Recognition;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;
using Ocr.Testing;

namespace Ocr.OcrWorker.Tests;

public sealed class StartupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Does_not_start_without_its_models_and_logs_their_expected_folder()
    {
        await using var app = Build(("MODELS_DIR", _folder.Name));

        var error = await Assert.ThrowsAsync<ModelPackException>(() => app.StartAsync());

        Assert.NotEmpty(error.Errors);
        Assert.Contains(Path.Combine(_folder.Name, "compact"), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OCR_PARALLELISM", "0")]
    [InlineData("OCR_PARALLELISM", "many")]
    [InlineData("MODEL_PACK", "../elsewhere")]
    [InlineData("CACHE_MAX_BYTES", "12")]
    [InlineData("CACHE_TTL", "-5")]
    [InlineData("HEARTBEAT_INTERVAL", "3600")]
    public async Task Rejects_a_wrong_setting_by_name(string name, string value)
    {
        await using var app = Build((name, value));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private WebApplication Build(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("DATA_DIR", _folder.Name)]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("ocr-worker");
        builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddOcrWorkerConsumers());
        builder.AddOcrWorker();
        return builder.Build();
    }
}
