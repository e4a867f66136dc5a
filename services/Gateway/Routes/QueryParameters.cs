using System.Collections.Frozen;
using System.Text.Json;
using Ocr.Gateway.OpenApi;

namespace Ocr.Gateway.Routes;

/// <summary>The query parameters of each operation, as the OpenAPI document lists them.</summary>
internal static class QueryParameters
{
    private static readonly Operation[] Operations = Read();

    /// <summary>The parameters of a request; <see langword="null"/> for one that the document does not describe.</summary>
    /// <param name="method">Method of the request.</param>
    /// <param name="path">Path of the request.</param>
    public static FrozenSet<string>? Of(string method, PathString path)
    {
        var segments = Split(path.Value ?? "");
        return Operations.Where(operation => operation.Method == method && operation.Matches(segments)).MaxBy(operation => operation.Literals)?.Names;
    }

    private static Operation[] Read()
    {
        using var document = JsonDocument.Parse(ReadText());
        return
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Value.ValueKind == JsonValueKind.Object
            select new Operation(operation.Name.ToUpperInvariant(), Split(path.Name), Names(operation.Value)),
        ];
    }

    private static string ReadText()
    {
        using var reader = new StreamReader(ApiDocument.Open());
        return reader.ReadToEnd();
    }

    // The endpoints bind names without regard to case.
    private static FrozenSet<string> Names(JsonElement operation) => (operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [])
        .Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private sealed record Operation(string Method, string[] Template, FrozenSet<string> Names)
    {
        public int Literals { get; } = Template.Count(segment => !IsParameter(segment));

        public bool Matches(string[] segments) => segments.Length == Template.Length
            && Template.Zip(segments).All(pair => IsParameter(pair.First) || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));

        private static bool IsParameter(string segment) => segment.StartsWith('{');
    }
}
