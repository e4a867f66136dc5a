using Ocr.Ingest;
using Ocr.Persistence;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingest");
// Before Ingest, so that it stops after it: what Ingest has leased is sent.
builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddIngestConsumers());
builder.AddIngest();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapIngest();
await app.RunOrMigrateAsync(args);
