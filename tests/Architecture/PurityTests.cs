using NetArchTest.Rules;

namespace Ocr.Architecture;

/// <summary>References of the compiled assemblies, independent of the project files.</summary>
public sealed class PurityTests
{
    private static readonly string[] Infrastructure =
        ["MassTransit", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "StackExchange.Redis", "Yarp", "Amazon"];

    [Fact]
    public void Recognition_does_not_use_infrastructure() =>
        Assert.True(UsesNone("Ocr.Recognition", Infrastructure));

    [Fact]
    public void Only_the_worker_touches_pixels()
    {
        foreach (var service in (string[])["Ocr.Ingest", "Ocr.Extractor", "Ocr.Results", "Ocr.Gateway"])
        {
            Assert.True(UsesNone(service, ["SkiaSharp", "Ocr.Recognition"]), service);
        }
    }

    [Fact]
    public void Only_the_worker_and_the_extractor_run_networks()
    {
        foreach (var service in (string[])["Ocr.Ingest", "Ocr.Results", "Ocr.Gateway"])
        {
            Assert.True(UsesNone(service, ["Microsoft.ML.OnnxRuntime"]), service);
        }
    }

    [Fact]
    public void The_rule_sees_infrastructure_where_there_is_some() =>
        Assert.False(UsesNone("Ocr.ServiceDefaults", Infrastructure));

    private static bool UsesNone(string assembly, string[] dependencies)
    {
        var types = Types.InAssembly(System.Reflection.Assembly.Load(assembly));
        Assert.NotEmpty(types.GetTypes());
        return types.ShouldNot().HaveDependencyOnAny(dependencies).GetResult().IsSuccessful;
    }
}
