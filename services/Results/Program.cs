using Ocr.Persistence;
using Ocr.Results;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("results");
builder.AddResults();
builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddResultsConsumers());

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapResults();
await app.RunOrMigrateAsync(args);
