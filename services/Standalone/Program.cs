using Ocr.Standalone;

var app = StandaloneHost.Build(args);
app.Run();
