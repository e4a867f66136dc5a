using System.Text.Json.Nodes;
using Ocr.Extractor.Scoring;

namespace Ocr.Extractor.Tests.Scoring;

public sealed class FieldPackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("field-pack").FullName;

    public FieldPackTests()
    {
        foreach (var file in Directory.GetFiles(Shipped.ModelFolder))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_shipped_pack_can_be_used()
    {
        using var model = FieldModel.Load(_folder);
        Assert.StartsWith("fields-", model.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_model_folder_only_the_rules_are_used() => Assert.Null(FieldModel.LoadIfPresent(Path.Combine(_folder, "none")));

    [Fact]
    public void All_errors_are_reported_together()
    {
        Edit(manifest =>
        {
            manifest["featureVersion"] = 99;
            manifest["sha256"] = new string('0', 64);
            manifest["tags"]!.AsArray().RemoveAt(3);
            manifest["states"]!.AsArray()[0] = "hecho";
            manifest["kinds"]!.AsArray()[0] = "page";
            manifest["calibration"] = new JsonObject { ["monto"] = new JsonArray(new JsonArray(0.5, 0.5)) };
        });
        var error = Assert.Throws<InvalidOperationException>(() => FieldModel.Load(_folder));
        Assert.All((string[])["featureVersion", "sha256", "tags", "states", "kinds", "calibration.monto"], name => Assert.Contains($"- {name}", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_model_is_named()
    {
        File.Delete(Path.Combine(_folder, "fields.onnx"));
        Assert.Contains("fields.onnx is missing", Assert.Throws<InvalidOperationException>(() => FieldModel.Load(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_that_is_not_JSON_is_named()
    {
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), "{");
        Assert.Contains("manifest.json", Assert.Throws<InvalidOperationException>(() => FieldModel.Load(_folder)).Message, StringComparison.Ordinal);
    }

    private void Edit(Action<JsonNode> change)
    {
        var path = Path.Combine(_folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }
}
