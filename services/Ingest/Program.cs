using Ocr.Ingest;
using Ocr.Persistence;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingest");
// Registered before Ingest, so that it stops after it: Ingest can send the receipts that it has leased.
builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddIngestConsumers());
builder.AddIngest();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapIngest();
await app.RunOrMigrateAsync(args);
