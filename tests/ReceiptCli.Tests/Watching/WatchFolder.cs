using System.Net;
using Ocr.Client;
using Ocr.ReceiptCli.Watching;

namespace Ocr.ReceiptCli.Tests.Watching;

/// <summary>A folder, its watcher, and a server that responds with what a test sets and records the keys and bodies.</summary>
internal sealed class WatchFolder : HttpMessageHandler
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("ocr watch ");

    public List<string> Keys { get; } = [];

    public List<string> Bodies { get; } = [];

    public StringWriter Log { get; } = new();

    public string Path => _folder.FullName;

    public Func<HttpResponseMessage> Respond { get; set; } = () => Json(
        """{"request_id":"BATCH_1","receipt_id":"abc","decision":{"valor":"aceptar","motivos":[]},"clave_nueva":"ñ"}""");

    public IEnumerable<string> Files => System.IO.Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, file)).Where(file => file != ".receipt-watch").Order(StringComparer.Ordinal);

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(body) };

    public void Write(string name, string content = "imagen") => File.WriteAllText(System.IO.Path.Combine(Path, name), content);

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public Task<int> RunOnceAsync(string? draw = "A", CancellationToken cancellationToken = default) => Watcher(draw, once: true).RunAsync(cancellationToken);

    public FolderWatcher Watcher(string? draw = "A", bool once = false)
    {
        var http = new HttpClient(this, disposeHandler: false) { BaseAddress = new Uri("http://server.example/") };
        var client = new OcrClient(http, new OcrClientOptions { Retry = new RetryPolicy { Attempts = 1 } });
        var settings = new WatchSettings { Folder = _folder, DrawNumber = draw, Interval = TimeSpan.FromMilliseconds(5), Once = once };
        return new FolderWatcher(client, settings, TextWriter.Synchronized(Log), TimeProvider.System);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Keys.Add(request.Headers.GetValues("Idempotency-Key").Single());
        Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
        return Respond();
    }

    protected override void Dispose(bool disposing)
    {
        _folder.Delete(recursive: true);
        base.Dispose(disposing);
    }
}
