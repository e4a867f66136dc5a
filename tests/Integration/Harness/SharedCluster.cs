using System.Runtime.Versioning;

// The tests need the server packages of Debian.
[assembly: SupportedOSPlatform("linux")]

namespace Ocr.Integration.Harness;

/// <summary>Tests of this collection share a cluster, and hence run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedCluster : ICollectionFixture<Cluster>
{
    public const string Name = "shared cluster";
}
