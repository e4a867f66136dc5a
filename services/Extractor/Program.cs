using Ocr.Extractor;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("extractor");
builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddExtractorConsumers());
builder.AddExtractor();

var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
