namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>The arrows of the design's picture, and what every pod needs beside them.</summary>
public sealed class NetworkTests
{
    private static readonly Arrow[] Design =
    [
        new("ocr/ingress", "gateway", 8080),
        new("gateway", "ingest", 8080), new("gateway", "results", 8080), new("gateway", "extractor", 8080),
        new("gateway", "rabbitmq", 5672), new("gateway", "redis", 6379),

        // Not in the picture: API keys (docs/adr/0018).
        new("gateway", "postgresql", 5432),
        new("ingest", "rabbitmq", 5672), new("ingest", "postgresql", 5432), new("ingest", "s3", 9000),
        new("ocrworker", "rabbitmq", 5672), new("ocrworker", "redis", 6379), new("ocrworker", "s3", 9000),
        new("extractor", "rabbitmq", 5672),
        new("results", "rabbitmq", 5672), new("results", "postgresql", 5432),
    ];

    private static readonly string[] Services = ["gateway", "ingest", "ocrworker", "extractor", "results"];

    private static IEnumerable<Arrow> Expected(bool migrates) =>
    [
        .. Design,
        new(Arrows.Stranger, "kube-dns", 53),
        .. Services.SelectMany(service => (Arrow[])
            [new(service, "kube-dns", 53), new(service, "opentelemetry-collector", 4317), new("prometheus", service, 8080)]),
        .. migrates ? (Arrow[])[new("migration", "postgresql", 5432), new("migration", "kube-dns", 53)] : [],
    ];

    [Theory]
    [InlineData("dev", true)]
    [InlineData("production", false)]
    public void Exactly_the_arrows_of_the_design_are_allowed(string overlay, bool migrates)
    {
        var arrows = new Arrows(Overlay.Get(overlay));
        Assert.Empty(arrows.Dangling);
        Assert.Equal(Expected(migrates).ToHashSet(), arrows.Allowed.ToHashSet());
    }

    [Fact]
    public void The_migration_of_a_release_reaches_its_database_and_nothing_else()
    {
        // Its namespace has the policies of the release; its pods must be those that they mean.
        var both = new Overlay(Overlay.Get("production").Text + "---\n" + Overlay.Get("production/migration").Text);
        Assert.Equal(Expected(migrates: true).ToHashSet(), new Arrows(both).Allowed.ToHashSet());
    }

    [Theory]
    [InlineData("          app.kubernetes.io/name: gateway\n    ports:", "          app.kubernetes.io/part-of: ocr\n    ports:")]
    [InlineData("port: 5432", "port: 5672")]
    [InlineData("  podSelector: {}\n  policyTypes:\n  - Ingress\n", "  podSelector: {matchLabels: {a: b}}\n  policyTypes:\n  - Ingress\n")]
    [InlineData("          ocr/servers: \"true\"\n      podSelector:\n        matchLabels:\n          app.kubernetes.io/name: redis", "          ocr/servers: \"true\"\n      podSelector:\n        matchLabels:\n          app.kubernetes.io/name: anything")]
    public void An_arrow_too_many_or_too_few_is_found(string right, string wrong)
    {
        var arrows = new Arrows(Overlay.Get("production").With(right, wrong));
        Assert.False(!arrows.Dangling.Any() && arrows.Allowed.ToHashSet().SetEquals(Expected(migrates: false)));
    }
}
