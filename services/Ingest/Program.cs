using Ocr.Ingest;
using Ocr.Persistence;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingest");
builder.AddIngest();
builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddIngestConsumers());

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapIngest();
await app.RunOrMigrateAsync(args);
