namespace Ocr.EndToEnd.Contract;

/// <summary>Tests of this collection look at the same answers.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDocumentedResponses : ICollectionFixture<DocumentedResponses>
{
    public const string Name = "documented answers";
}
