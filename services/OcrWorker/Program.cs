using Ocr.OcrWorker;
using Ocr.ServiceDefaults;
using Ocr.ServiceDefaults.Bus;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ocr-worker");
builder.Services.AddOcrBus(builder.Configuration, bus => bus.AddOcrWorkerConsumers());
builder.AddOcrWorker().StopWhenStuck();

var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
