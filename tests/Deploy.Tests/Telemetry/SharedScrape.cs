namespace Ocr.Deploy.Tests.Telemetry;

/// <summary>One system and one Prometheus for all tests that only read.</summary>
[CollectionDefinition(nameof(ScrapedSystem))]
public sealed class SharedScrape : ICollectionFixture<ScrapedSystem>;
