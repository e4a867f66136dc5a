namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>The connections of the design, and those that every pod needs.</summary>
public sealed class NetworkTests
{
    private static readonly Arrow[] Design =
    [
        new("ocr/ingress", "gateway", 8080),
        new("gateway", "ingest", 8080), new("gateway", "results", 8080), new("gateway", "extractor", 8080),

        // Their readiness and status (docs/adr/0034).
        new("gateway", "ingest", 8081), new("gateway", "results", 8081), new("gateway", "extractor", 8081),
        new("gateway", "rabbitmq", 5672), new("gateway", "redis", 6379),

        // Receivers of webhooks (docs/adr/0047).
        new("gateway", "0.0.0.0/0", 443), new("gateway", "::/0", 443),

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
        .. Names(Arrows.Unselected),
        .. Services.SelectMany(service => (Arrow[])
            [.. Names(service), new(service, "opentelemetry-collector", 4317), new("prometheus", service, 8081)]),
        .. migrates ? (Arrow[])[new("migration", "postgresql", 5432), .. Names("migration")] : [],
    ];

    // The cluster's DNS: its usual pods, a cache on the node, OpenShift's.
    private static Arrow[] Names(string pod) => [new(pod, "kube-dns", 53), new(pod, "169.254.20.10/32", 53), new(pod, "default", 5353)];

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
        // The migration runs in the namespace of the release, whose policies must select its pods.
        var both = new Overlay(Overlay.Get("production").Text + "---\n" + Overlay.Get("production/migration").Text);
        Assert.Equal(Expected(migrates: true).ToHashSet(), new Arrows(both).Allowed.ToHashSet());
    }

    [Fact]
    public void An_ingress_controller_on_the_network_of_its_nodes_is_let_in_by_its_component()
    {
        var nodes = new Overlay(Overlay.Get("production").Text + "---\n" + Overlay.Kustomize("components/host-network-ingress"));
        Assert.Equal(Expected(migrates: false).Append(new("192.0.2.0/24", "gateway", 8080)).ToHashSet(), new Arrows(nodes).Allowed.ToHashSet());
    }

    [Fact]
    public void Ingest_reaches_public_image_hosts_with_their_component_only()
    {
        var hosts = new Overlay(Overlay.Get("production").Text + "---\n" + Overlay.Kustomize("components/image-hosts"));
        Assert.Equal(
            Expected(migrates: false).Concat([new("ingest", "0.0.0.0/0", 443), new("ingest", "::/0", 443)]).ToHashSet(), new Arrows(hosts).Allowed.ToHashSet());
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
