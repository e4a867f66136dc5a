using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ocr.FieldDocuments.Words;

/// <summary>The vocabulary of the documents, from <c>words.json</c>.</summary>
internal sealed record WordList
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The shipped list.</summary>
    public static WordList Shipped { get; } = Load();

    public required IReadOnlyDictionary<string, string[]> Roles { get; init; }

    public required IReadOnlyDictionary<string, string[]> Nouns { get; init; }

    public required IReadOnlyDictionary<string, string[]> Labels { get; init; }

    public required IReadOnlyDictionary<string, string[]> PartyHeadings { get; init; }

    public required IReadOnlyDictionary<string, string[]> States { get; init; }

    public required string[] Types { get; init; }

    public required string[] Apps { get; init; }

    public required string[] Invented { get; init; }

    public required string First { get; init; }

    public required string Last { get; init; }

    public required string[] Companies { get; init; }

    public required string[] CompanyNames { get; init; }

    public required string[] Concepts { get; init; }

    public required string[] Success { get; init; }

    public required string[] Conditional { get; init; }

    public required string[] Adverts { get; init; }

    public required string[] Buttons { get; init; }

    public required string[] Nav { get; init; }

    public required string[] Notifications { get; init; }

    public required string[] Chat { get; init; }

    public required string[] Notes { get; init; }

    public required string[] Keyboard { get; init; }

    public required string[] Statement { get; init; }

    public required string[] Backoffice { get; init; }

    public required string[] Checkout { get; init; }

    public required string[] PaymentData { get; init; }

    public required string[] Shop { get; init; }

    public required string[] Goods { get; init; }

    public required string[] Verbs { get; init; }

    public required string[] ReceivedVerbs { get; init; }

    private static WordList Load()
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("words.json")!;
        return JsonSerializer.Deserialize<WordList>(stream, Options)!;
    }
}
