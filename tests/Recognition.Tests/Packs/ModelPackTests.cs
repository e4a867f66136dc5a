using System.Text.Json.Nodes;

namespace Ocr.Recognition.Tests.Packs;

/// <summary>Corrupted copies of the shipped pack, opened as a service opens them.</summary>
public sealed class ModelPackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pack").FullName;

    public ModelPackTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Pack))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    [Fact]
    public void Opens_the_pack_that_ships()
    {
        using var reader = ReceiptReader.Create(_folder);
        Assert.Matches(@"^compact-\d+\.\d+\.\d+$", reader.Model);
    }

    [Fact]
    public void Rejects_an_altered_file()
    {
        File.AppendAllText(Path.Combine(_folder, "detector.onnx"), " ");
        Assert.StartsWith("detector.sha256: detector.onnx has ", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_all_missing_files()
    {
        File.Delete(Path.Combine(_folder, "detector.onnx"));
        File.Delete(Path.Combine(_folder, "recognizer.onnx"));
        Assert.Equal(["detector.file", "recognizer.file"], Errors().Select(error => error.Split(':')[0]));
    }

    [Fact]
    public void Rejects_a_folder_without_a_manifest()
    {
        File.Delete(Path.Combine(_folder, "manifest.json"));
        Assert.StartsWith("manifest.json: cannot be read", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_manifest_that_is_not_json()
    {
        File.WriteAllText(Path.Combine(_folder, "manifest.json"), "{\n oops");
        Assert.Equal("manifest.json: is not JSON (line 2)", Assert.Single(Errors()));
    }

    [Fact]
    public void Rejects_an_alphabet_that_does_not_fit_the_model()
    {
        Change(manifest =>
        {
            manifest["recognizer"]!["alphabet"] = "abc";
            manifest.AsObject().Remove("confidence"); // it has a value per character
        });
        Assert.StartsWith("recognizer.output: 'logits' is [any,any,", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public void Rejects_a_height_that_does_not_fit_the_model_and_a_tensor_that_is_not_there()
    {
        Change(manifest =>
        {
            manifest["recognizer"]!["height"] = 48;
            manifest["detector"]!["output"] = "probabilities";
        });
        Assert.Equal(
            ["detector.output: the model has no float32 tensor 'probabilities'",
             "recognizer.input: 'input' is [any,1,32,any], the manifest asks for [any,1,48,any]"],
            Errors());
    }

    [Fact]
    public void Rejects_a_file_that_is_not_a_model()
    {
        File.WriteAllText(Path.Combine(_folder, "detector.onnx"), "no model");
        Change(manifest => manifest["detector"]!["sha256"] =
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("no model"u8)));
        Assert.StartsWith("detector.file: the runtime refuses the model", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<string> Errors() => Assert.Throws<ModelPackException>(() => ReceiptReader.Create(_folder)).Errors;

    private void Change(Action<JsonNode> change)
    {
        var path = Path.Combine(_folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllBytes(path))!;
        change(manifest);
        File.WriteAllText(path, manifest.ToJsonString());
    }
}
