namespace Ocr.EndToEnd;

/// <summary>Tests of this collection share a process, and hence run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedStandalone : ICollectionFixture<StandaloneFixture>
{
    public const string Name = "shared standalone";
}
