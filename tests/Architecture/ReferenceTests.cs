namespace Ocr.Architecture;

public sealed class ReferenceTests
{
    private static readonly IReadOnlyList<Project> Ours = Project.All();

    [Fact]
    public void References_point_down() => Assert.Empty(ReferenceRules.PointDown(Ours));

    [Fact]
    public void Contracts_has_no_dependencies()
    {
        Assert.Contains(Ours, project => project.Path == "shared/Contracts/Ocr.Contracts.csproj");
        Assert.Empty(ReferenceRules.LeavesReferenceNothing(Ours));
    }

    [Fact]
    public void Recognition_references_only_the_runtime_and_the_codec()
    {
        Assert.Contains(Ours, project => project.Path == "shared/Recognition/Ocr.Recognition.csproj");
        Assert.Empty(ReferenceRules.RecognitionIsPure(Ours));
    }

    [Fact]
    public void Only_the_converter_decodes_with_image_magick()
    {
        Assert.Empty(ReferenceRules.DecodeInTheConverter(Ours));
        Assert.Single(ReferenceRules.DecodeInTheConverter([new Project("services/OcrWorker/a.csproj", [], ["Magick.NET-Q8-x64"])]));
        Assert.Single(ReferenceRules.DecodeInTheConverter([new Project("services/Ingest/a.csproj", ["shared/ImageConverter/Ocr.ImageConverter.csproj"], [])]));
    }

    [Fact]
    public void Pixels_sql_and_objects_stay_with_their_owners() => Assert.Empty(ReferenceRules.KeepToOwnedData(Ours));

    [Theory]
    [InlineData("services/Ingest/a.csproj", "services/Results/Ocr.Results.csproj")]
    [InlineData("shared/Storage/a.csproj", "services/Ingest/Ocr.Ingest.csproj")]
    [InlineData("services/Gateway/a.csproj", "clients/dotnet/Ocr.Client.csproj")]
    [InlineData("clients/dotnet/a.csproj", "shared/Contracts/Ocr.Contracts.csproj")]
    [InlineData("services/Gateway/a.csproj", "tools/ReceiptCli/Ocr.ReceiptCli.csproj")]
    public void An_upward_or_sideways_reference_is_found(string from, string to) =>
        Assert.Single(ReferenceRules.PointDown([new Project(from, [to], [])]));

    [Fact]
    public void A_package_in_contracts_is_found() =>
        Assert.Single(ReferenceRules.LeavesReferenceNothing([new Project("shared/Contracts/a.csproj", [], ["MassTransit"])]));

    [Fact]
    public void A_bus_in_recognition_is_found() =>
        Assert.Single(ReferenceRules.RecognitionIsPure([new Project("shared/Recognition/a.csproj", [], ["SkiaSharp", "MassTransit"])]));

    [Theory]
    [InlineData("Extractor", "shared/Recognition/Ocr.Recognition.csproj", null)]
    [InlineData("OcrWorker", null, "Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("Results", "shared/Storage/Ocr.Storage.csproj", null)]
    [InlineData("Extractor", "shared/Persistence/Ocr.Persistence.csproj", null)]
    public void A_forbidden_reference_of_a_service_is_reported(string service, string? project, string? package)
    {
        string[] projects = project is null ? [] : [project];
        string[] packages = package is null ? [] : [package];
        Assert.Single(ReferenceRules.KeepToOwnedData([new Project($"services/{service}/a.csproj", projects, packages)]));
    }
}
