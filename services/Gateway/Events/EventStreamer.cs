using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Ocr.Gateway.Access;
using Ocr.Gateway.Data;
using Ocr.ServiceDefaults.Tenancy;

namespace Ocr.Gateway.Events;

/// <summary>Writes a stream of events until the client disconnects, the process stops, the key is revoked, or the maximum duration is over.</summary>
internal sealed class EventStreamer(
    EventListeners listeners, EventReader reader, EventTail tail, ApiKeys keys, IHostApplicationLifetime lifetime, TimeProvider time,
    ILogger<EventStreamer> logger)
{
    /// <summary>Interval of the comments that keep an idle connection open.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private const string Start = "retry: 3000\n\n";
    private const string Comment = ": latido\n\n";

    private const string Gap =
        "event: stream.gap\ndata: {\"type\":\"stream.gap\",\"mensaje\":\"Hay eventos que ya no se guardan. Consulte los resultados\"}\n\n";

    /// <summary>Start of a stream. When this returns, the events of its scope are stored; see <see cref="EventReader.BeginAsync"/>.</summary>
    public async Task<(long After, bool HasGap)> BeginAsync(TenantScope scope, TimeSpan duration, long? lastEventId, CancellationToken cancellationToken)
    {
        var since = await listeners.OpenAsync(scope, duration, cancellationToken);
        return await reader.BeginAsync(lastEventId, since, cancellationToken);
    }

    /// <summary>Writes the stream.</summary>
    public async Task RunAsync(PipeWriter writer, EventQuery query, Guid? keyId, CancellationToken aborted)
    {
        using var duration = new CancellationTokenSource(query.Duration, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping, duration.Token);
        using var subscription = tail.Subscribe(query.Scope);
        try
        {
            await WriteAsync(writer, query.HasGap ? Start + Gap : Start, ends.Token);
            await WriteAllAsync(writer, query, subscription.Signal, keyId, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client disconnected, the time is over, or the process stops. The client reconnects and continues after its last event.
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException)
        {
            Log.StreamEnded(logger, exception);
        }
    }

    // Returns when the key is revoked.
    private async Task WriteAllAsync(PipeWriter writer, EventQuery query, EventSignal signal, Guid? keyId, CancellationToken cancellationToken)
    {
        var (after, checkedAt) = (query.After, time.GetTimestamp());
        while (true)
        {
            var next = signal.Next;
            after = await WriteNewAsync(writer, query, after, cancellationToken);
            var isSilent = await IsSilentAsync(next, cancellationToken);
            // A busy stream is never silent: its key is checked at the same interval.
            if (!isSilent && time.GetElapsedTime(checkedAt) < Heartbeat)
            {
                continue;
            }

            if (keyId is { } id && await keys.FindAsync(id, cancellationToken) is null)
            {
                return;
            }

            checkedAt = time.GetTimestamp();
            if (isSilent)
            {
                await WriteAsync(writer, Comment, cancellationToken);
            }
        }
    }

    private async Task<long> WriteNewAsync(PipeWriter writer, EventQuery query, long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await reader.ReadAsync(query.Scope, after, query.Types, cancellationToken);
            if (rows.Count > 0)
            {
                await WriteAsync(writer, string.Concat(rows.Select(Text)), cancellationToken);
                after = rows[^1].Id;
            }

            if (rows.Count < EventReader.Page)
            {
                return after;
            }
        }
    }

    private async Task<bool> IsSilentAsync(Task next, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(Heartbeat, time, cancellationToken);
            return false;
        }
        catch (TimeoutException)
        {
            return true;
        }
    }

    // The body is JSON without line feeds.
    private static string Text(EventRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"id: {row.Id}\nevent: {row.Type}\ndata: {row.Body}\n\n");

    private static async Task WriteAsync(PipeWriter writer, string text, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }
}

/// <summary>Query of a stream.</summary>
/// <param name="Scope">Tenants whose events are sent.</param>
/// <param name="Types">Types of events.</param>
/// <param name="After">Id of the event before the first one that is sent.</param>
/// <param name="HasGap">Whether events after that one are no longer stored.</param>
/// <param name="Duration">Maximum duration.</param>
internal sealed record EventQuery(TenantScope Scope, IReadOnlyList<string> Types, long After, bool HasGap, TimeSpan Duration);
