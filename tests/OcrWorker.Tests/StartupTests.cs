using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Ocr.Recognition;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

namespace Ocr.OcrWorker.Tests;

public sealed class StartupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Refuses_to_start_without_its_models_and_says_where_they_were_sought()
    {
        await using var app = Build(("MODELS_DIR", _folder.Path));

        var fault = await Assert.ThrowsAsync<ModelPackException>(() => app.StartAsync());

        Assert.NotEmpty(fault.Faults);
        Assert.Contains(Path.Combine(_folder.Path, "compact"), fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OCR_PARALLELISM", "0")]
    [InlineData("OCR_PARALLELISM", "many")]
    [InlineData("MODEL_PACK", "../elsewhere")]
    [InlineData("CACHE_MAX_BYTES", "12")]
    [InlineData("CACHE_TTL", "-5")]
    [InlineData("HEARTBEAT_INTERVAL", "3600")]
    public async Task Refuses_a_setting_that_is_wrong_and_names_it(string name, string value)
    {
        await using var app = Build((name, value));

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    private WebApplication Build(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("DATA_DIR", _folder.Path)]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults("ocr-worker");
        builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddOcrWorkerConsumers());
        builder.AddOcrWorker();
        return builder.Build();
    }
}
