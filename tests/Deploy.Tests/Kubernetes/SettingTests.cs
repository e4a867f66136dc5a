using k8s.Models;
using Microsoft.Extensions.Options;

namespace Ocr.Deploy.Tests.Kubernetes;

/// <summary>Detects misspelt variables: no service reads them.</summary>
public sealed class SettingTests
{
    public static TheoryData<string> Overlays => ["dev", "production"];

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Every_variable_is_read_and_every_service_accepts_its_own(string name) => Assert.Empty(Errors(Overlay.Get(name)));

    [Theory]
    [InlineData("  MAX_CONTENT_LENGTH:", "  MAX_CONTENT_LENGHT:")]
    [InlineData("- name: DATABASE_URL", "- name: DB_URL")]
    [InlineData("- name: RULES_FILE", "- name: RULE_FILE")]
    public void A_misspelt_variable_is_found(string right, string wrong) =>
        Assert.Contains(Errors(Overlay.Get("production").With(right, wrong)), error => error.Contains(wrong.Split(' ')[^1].Trim(':'), StringComparison.Ordinal));

    [Theory]
    [InlineData("BUS_TRANSPORT: rabbitmq", "BUS_TRANSPORT: kafka")]
    [InlineData("INGEST_URL: http://ingest:8080", "INGEST_URL: ''")]
    [InlineData("MAX_FILES_PER_UPLOAD: \"50\"", "MAX_FILES_PER_UPLOAD: \"fifty\"")]
    public void A_value_that_a_service_refuses_is_found(string right, string wrong)
    {
        var overlay = Overlay.Get("production").With(right, wrong);
        if (wrong.EndsWith("''", StringComparison.Ordinal))
        {
            // Blank means unset. The default is an address of the same machine, where no pod listens.
            Assert.Contains(Addresses(overlay), address => address.Host == "localhost");
        }
        else
        {
            Assert.Throws<OptionsValidationException>(() => Errors(overlay).ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Addresses_of_services_are_those_of_services_with_their_ports(string name)
    {
        var overlay = Overlay.Get(name);
        Assert.All(Addresses(overlay), address =>
            Assert.Contains(overlay.Of<V1Service>(), service => service.Metadata.Name == address.Host && service.Spec.Ports.Any(port => port.Port == address.Port)));
    }

    private static IReadOnlyList<Uri> Addresses(Overlay overlay)
    {
        var gateway = overlay.Pods.Single(pod => pod.Name == "gateway").Pod;
        using var app = ServiceUnderTest.All.Single(service => service.Name == "gateway").Build(Variables.All(overlay, gateway));
        var options = (IOptions<Gateway.GatewayOptions>)app.Services.GetService(typeof(IOptions<Gateway.GatewayOptions>))!;
        return [options.Value.IngestUrl, options.Value.ResultsUrl, options.Value.ExtractorUrl];
    }

    private static IEnumerable<string> Errors(Overlay overlay)
    {
        var readByAny = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in ServiceUnderTest.All)
        {
            var pod = overlay.Pods.Single(pod => pod.Name == service.Name).Pod;
            var read = service.Read(Variables.All(overlay, pod));
            readByAny.UnionWith(read);
            foreach (var variable in Variables.Own(pod).Where(variable => !read.Contains(variable)))
            {
                yield return $"{service.Name} does not read {variable}";
            }
        }

        foreach (var variable in overlay.Settings.Keys.Where(key => !readByAny.Contains(key) && !Variables.IsForeign(key)))
        {
            yield return $"no service reads {variable}";
        }
    }
}
