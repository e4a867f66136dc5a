using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Ocr.EndToEnd.Contract;

/// <summary>A request as the specification prints it: request line, headers, and after a blank line the body.</summary>
internal sealed partial record DocumentedRequest(HttpMethod Method, string Path, string Accept, string Body)
{
    /// <summary>Reads an <c>http</c> block.</summary>
    public static DocumentedRequest Of(SpecificationBlock block)
    {
        var parts = block.Text.Split("\n\n", 2);
        var head = parts[0].Split('\n');
        var line = head[0].Split(' ');
        var accept = head.FirstOrDefault(header => header.StartsWith("Accept:", StringComparison.Ordinal))?["Accept:".Length..].Trim() ?? "*/*";
        return new DocumentedRequest(new HttpMethod(line[0]), line[1], accept, parts.ElementAtOrDefault(1) ?? "");
    }

    /// <summary>The fields that a multipart block lists, <c>nombre_0: Juan</c>, by their full names.</summary>
    public IReadOnlyDictionary<string, string> Fields() =>
        FieldLine().Matches(Body).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    /// <summary>The request as a client sends it.</summary>
    /// <param name="requestId">Takes the place of the batch that the document names.</param>
    /// <param name="storedName">Takes the place of the receipt that the document names.</param>
    public HttpRequestMessage ToMessage(string requestId, string storedName)
    {
        var path = DocumentedBatch().Replace(Path, $"{requestId}_{Uri.EscapeDataString(storedName)}");
        var request = new HttpRequestMessage(Method, path);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(Accept));
        if (Body.Length > 0)
        {
            request.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        }

        return request;
    }

    [GeneratedRegex(@"^(\w+_\d+): (.+)$", RegexOptions.Multiline)]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"BATCH_\d{8}_\d{6}_\w{3}_.+$")]
    private static partial Regex DocumentedBatch();
}
