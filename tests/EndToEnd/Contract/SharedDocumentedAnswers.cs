namespace Ocr.EndToEnd.Contract;

/// <summary>Tests of this collection look at the same answers.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDocumentedAnswers : ICollectionFixture<DocumentedAnswers>
{
    public const string Name = "documented answers";
}
