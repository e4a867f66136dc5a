using System.Net.Sockets;
using System.Text;

namespace Ocr.Ingest.Tests.BadInput;

/// <summary>A raw connection for exact bytes at exact times.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TcpClient _client = new();

    private Wire()
    {
    }

    public static async Task<Wire> ConnectAsync(IngestApp app)
    {
        var wire = new Wire();
        await wire._client.ConnectAsync(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port);
        return wire;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await _client.GetStream().WriteAsync(bytes);

    /// <summary>Reads until the server closes, or sends nothing for a while.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            for (int read; (read = await _client.GetStream().ReadAsync(buffer, timeout.Token)) > 0;)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
                timeout.CancelAfter(TimeSpan.FromSeconds(3));
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // Reset, or an open connection without more data.
        }

        return text.ToString();
    }

    /// <summary>Resets the connection.</summary>
    public void Dispose()
    {
        _client.LingerState = new LingerOption(true, 0);
        _client.Dispose();
    }
}
