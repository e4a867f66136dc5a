using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StandardWebhooks;

namespace Ocr.Testing.Webhooks;

/// <summary>A request that a receiver got.</summary>
public sealed record Received(IHeaderDictionary Headers, string Body)
{
    public string Id => Headers["webhook-id"].ToString();

    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>Whether the package that receivers use accepts a signature. It reads only the first one of a header, so each is checked alone.</summary>
    public bool IsSignedWith(string secret) => Headers["webhook-signature"].ToString().Split(' ').Any(signature => IsSignature(secret, signature));

    private bool IsSignature(string secret, string signature)
    {
        try
        {
            var headers = new HeaderDictionary(Headers.ToDictionary()) { ["webhook-signature"] = signature };
            new StandardWebhook(secret).Verify(Body, headers);
            return true;
        }
        catch (StandardWebhooks.Diagnostics.WebhookVerificationException)
        {
            return false;
        }
    }
}

/// <summary>A receiver on a real port, whose behavior a test sets.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> _received = new();
    private WebApplication? _server;

    public int Port { get; private set; }

    public Uri Url => new($"http://127.0.0.1:{Port}/recibos/clave-en-la-url");

    public Received[] All => [.. _received];

    /// <summary>Handles a request that was read.</summary>
    public Func<HttpContext, Task> Script { get; set; } = static _ => Task.CompletedTask;

    public static async Task<Receiver> StartAsync()
    {
        var receiver = new Receiver();
        await receiver.ListenAsync();
        return receiver;
    }

    public async Task ListenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port));
        _server = builder.Build();
        _server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _received.Enqueue(new Received(new HeaderDictionary(context.Request.Headers.ToDictionary()), await reader.ReadToEndAsync()));
            await Script(context);
        });
        await _server.StartAsync();
        Port = new Uri(_server.Urls.Single()).Port;
    }

    /// <summary>Ends it; its port refuses connections until it listens again.</summary>
    public async Task EndAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _server!.StopAsync(now.Token);
        await _server.DisposeAsync();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await EndAsync();
        }
    }
}
