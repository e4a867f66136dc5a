using Google.Protobuf;

namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>A received span (opentelemetry/proto/trace/v1/trace.proto; the numbers are those of its fields).</summary>
internal sealed record OtlpSpan(string Service, string TraceId, string SpanId, string ParentId, string Name, IReadOnlyList<string> LinkedTraces)
{
    /// <summary>Reads an ExportTraceServiceRequest: resource spans (1), of each its resource (1) and its scope spans (2), of each its spans (2).</summary>
    public static IEnumerable<OtlpSpan> Read(byte[] request) =>
        from resourceSpans in Fields(request)
        where resourceSpans.Number == 1
        let parts = Fields(resourceSpans.Bytes).ToArray()
        let service = ServiceName(parts.Single(part => part.Number == 1).Bytes)
        from scopeSpans in parts
        where scopeSpans.Number == 2
        from span in Fields(scopeSpans.Bytes)
        where span.Number == 2
        select Of(service, Fields(span.Bytes).ToLookup(field => field.Number, field => field.Bytes));

    private static OtlpSpan Of(string service, ILookup<int, byte[]> fields) => new(
        service,
        Convert.ToHexStringLower(fields[1].Single()),
        Convert.ToHexStringLower(fields[2].Single()),
        Convert.ToHexStringLower(fields[4].SingleOrDefault() ?? []),
        System.Text.Encoding.UTF8.GetString(fields[5].Single()),
        [.. fields[13].Select(link => Convert.ToHexStringLower(Fields(link).Single(field => field.Number == 1).Bytes))]);

    private static string ServiceName(byte[] resource) => (
        from attribute in Fields(resource)
        where attribute.Number == 1
        let pair = Fields(attribute.Bytes).ToArray()
        where System.Text.Encoding.UTF8.GetString(pair[0].Bytes) == "service.name"
        select System.Text.Encoding.UTF8.GetString(Fields(pair[1].Bytes).Single().Bytes)).Single();

    // Fields that are not bytes (times, kinds, flags) are skipped.
    private static IEnumerable<(int Number, byte[] Bytes)> Fields(byte[] message)
    {
        using var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
            {
                yield return (WireFormat.GetTagFieldNumber(tag), input.ReadBytes().ToByteArray());
            }
            else
            {
                input.SkipLastField();
            }
        }
    }
}
