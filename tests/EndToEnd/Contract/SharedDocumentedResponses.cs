namespace Ocr.EndToEnd.Contract;

/// <summary>Tests of this collection share the responses.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDocumentedResponses : ICollectionFixture<DocumentedResponses>
{
    public const string Name = "documented answers";
}
