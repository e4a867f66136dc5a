using System.Diagnostics;

namespace Ocr.ServiceDefaults.Telemetry;

/// <summary>
/// The steps of a receipt as spans, in addition to those of the web server and of the bus. A receipt is one trace from its upload to its stored
/// result: where a row waits between two steps, it keeps the context (docs/adr/0027).
/// </summary>
public static class Spans
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "Ocr.Receipts";

    /// <summary>An uploaded receipt is published to the workers.</summary>
    public const string PublishReceipt = "announce receipt";

    /// <summary>An opened batch is published.</summary>
    public const string PublishBatch = "announce batch";

    /// <summary>A receipt of a batch is sent to the workers.</summary>
    public const string Send = "send receipt";

    /// <summary>An image is fetched, decoded and read; absent when its words were in the cache.</summary>
    public const string Read = "read image";

    /// <summary>Words become fields.</summary>
    public const string Extract = "extract fields";

    /// <summary>The one result of a receipt is stored.</summary>
    public const string Store = "store result";

    /// <summary>A stored result whose event was not confirmed is published again.</summary>
    public const string PublishResult = "tell result";

    /// <summary>Tag: identity of the receipt.</summary>
    public const string ReceiptTag = "ocr.receipt.id";

    /// <summary>Tag: the batch.</summary>
    public const string BatchTag = "ocr.batch.id";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The context to store in a row, in W3C's form (<c>traceparent</c>, 55 characters); null outside of any trace.</summary>
    public static string? Context => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Starts a step of the current trace. Null without a listener.</summary>
    /// <param name="name">One of the names above.</param>
    public static Activity? Start(string name) => Source.StartActivity(name);

    /// <summary>Starts a step of the trace that a row stored, or of a new one where it stored none.</summary>
    /// <param name="name">One of the names above.</param>
    /// <param name="context">The stored <see cref="Context"/>.</param>
    /// <param name="link">Context of another trace that contributed, such as the request that opened the batch.</param>
    public static Activity? Continue(string name, string? context, string? link = null)
    {
        ActivityContext.TryParse(context, null, isRemote: true, out var parent);
        ActivityLink[] links = ActivityContext.TryParse(link, null, isRemote: true, out var other) ? [new ActivityLink(other)] : [];
        return Source.StartActivity(name, ActivityKind.Internal, parent, tags: null, links);
    }
}
