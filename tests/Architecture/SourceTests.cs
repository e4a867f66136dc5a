namespace Ocr.Architecture;

public sealed class SourceTests
{
    private static readonly IReadOnlyList<(string Path, string Text)> Ours =
        [.. Repository.Files("*.cs")
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => (path, Repository.Read(path)))];

    [Fact]
    public void Files_can_be_read_in_one_sitting() => Assert.Empty(SourceRules.FilesTooLong(Ours));

    [Fact]
    public void Methods_fit_on_a_screen() => Assert.Empty(SourceRules.MethodsTooLong(Ours));

    [Fact]
    public void Only_the_seam_of_the_bus_names_the_transport() => Assert.Empty(SourceRules.NameTheTransport(Ours));

    [Theory]
    [InlineData("services/Ingest/A.cs", "using MassTransit;\n", 1)]
    [InlineData("services/Ingest/A.cs", "class A { RabbitMQ.Client.IChannel? _channel; }\n", 1)]
    [InlineData("shared/Storage/A.cs", "class A { MassTransit.IBus? _bus; }\n", 1)]
    [InlineData("shared/ServiceDefaults/Bus/A.cs", "using MassTransit;\n", 0)]
    [InlineData("services/Ingest/A.cs", "// MassTransit\nclass A { string _text = \"MassTransit\"; }\n", 0)]
    public void A_transport_that_is_named_elsewhere_is_found(string path, string text, int errors) =>
        Assert.Equal(errors, SourceRules.NameTheTransport([(path, text)]).Count());

    [Fact]
    public void Names_of_profiles_are_in_one_file() => Assert.Empty(SourceRules.RepeatProfileNames(Ours));

    [Theory]
    [InlineData("services/Ingest/A.cs", "class A { string _text = \"ultra_rapido\"; }\n", 1)]
    [InlineData("tools/ReceiptCli/A.cs", "class A { const string Text = \"high_confidence\"; }\n", 1)]
    [InlineData("shared/Contracts/ProfileNames.cs", "class A { string _text = \"ultra_rapido\"; }\n", 0)]
    [InlineData("services/Ingest/A.cs", "/// <summary>Default <c>ultra_rapido</c>.</summary>\nclass A;\n", 0)]
    public void A_repeated_name_of_a_profile_is_found(string path, string text, int errors) =>
        Assert.Equal(errors, SourceRules.RepeatProfileNames([(path, text)]).Count());

    [Fact]
    public void A_long_file_is_found() =>
        Assert.Single(SourceRules.FilesTooLong([("a/B.cs", string.Concat(Enumerable.Repeat("//\n", 401)))]));

    [Fact]
    public void A_long_program_is_found() =>
        Assert.Single(SourceRules.FilesTooLong([("a/Program.cs", string.Concat(Enumerable.Repeat("//\n", 26)))]));

    [Fact]
    public void A_long_method_is_found()
    {
        var body = string.Concat(Enumerable.Repeat("        x++;\n", 40));
        Assert.Single(SourceRules.MethodsTooLong([("a/B.cs", $"class B\n{{\n    void M()\n    {{\n{body}    }}\n}}\n")]));
    }

    [Fact]
    public void Versions_stand_in_one_file_only()
    {
        var projects = Repository.Files("*.csproj");
        Assert.NotEmpty(projects);
        Assert.DoesNotContain(projects, path => Repository.Read(path).Contains(" Version=\"", StringComparison.Ordinal));
    }

    // tests/README.md describes the test projects together.
    [Fact]
    public void Every_project_has_a_README()
    {
        var readmes = Repository.Files("README.md").ToHashSet(StringComparer.Ordinal);
        var projects = Repository.Files("*.csproj").Where(path => !path.StartsWith("tests/", StringComparison.Ordinal) || path.StartsWith("tests/shared/", StringComparison.Ordinal));
        Assert.DoesNotContain(projects, path => !readmes.Contains(path[..path.LastIndexOf('/')] + "/README.md"));
    }

    [Fact]
    public void No_service_carries_settings_that_would_collide_in_standalone() =>
        Assert.Empty(Repository.Files("appsettings*.json"));
}
