using Ocr.Gateway;
using Ocr.Persistence;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("gateway");
builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddGatewayConsumers());
builder.AddGateway();
builder.AddGatewayProxy();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapGateway();
app.MapGatewayProxy();
await app.RunOrMigrateAsync(args);
