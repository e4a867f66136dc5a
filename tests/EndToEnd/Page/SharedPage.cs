namespace Ocr.EndToEnd.Page;

/// <summary>Tests of this collection share a browser and an open system, and hence run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPage : ICollectionFixture<PageBrowser>
{
    public const string Name = "shared page";
}
