namespace Ocr.Architecture;

/// <summary>Allowed references between projects. Each rule returns a message per violation.</summary>
internal static class ReferenceRules
{
    private static readonly string[] RecognitionPackages =
        ["Microsoft.ML.OnnxRuntime", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies", "System.Numerics.Tensors"];

    /// <summary>References point down: shared to shared, services to shared; Standalone alone composes the services. Clients reference no project.</summary>
    public static IEnumerable<string> PointDown(IEnumerable<Project> projects) =>
        from project in projects
        from target in project.Projects
        let folder = target.Split('/')[0]
        where (project.Folder == "shared" && folder != "shared")
            || (project.Folder == "services" && folder != "shared" && project.Name != "Standalone")
            || (folder is "tests" or "tools" or "benchmarks" or "clients" && project.Folder is "shared" or "services")
            || project.Folder == "clients"
        select $"{project.Path} references {target}";

    /// <summary>Contracts is plain records, Images reads headers: they reference nothing.</summary>
    public static IEnumerable<string> LeavesReferenceNothing(IEnumerable<Project> projects) =>
        from project in projects
        where project is { Folder: "shared", Name: "Contracts" or "Images" }
        from target in project.Projects.Concat(project.Packages)
        select $"{project.Path} references {target}";

    /// <summary>Recognition is a pure library: headers, ONNX Runtime and the image codec; no bus, web or Redis.</summary>
    public static IEnumerable<string> RecognitionIsPure(IEnumerable<Project> projects) =>
        from project in projects
        where project is { Folder: "shared", Name: "Recognition" }
        from target in project.Projects.Except(["shared/Images/Ocr.Images.csproj"]).Concat(project.Packages.Except(RecognitionPackages))
        select $"{project.Path} references {target}";

    /// <summary>Only ImageConverter uses ImageMagick, in a separate process that the worker starts (docs/adr/0052).</summary>
    public static IEnumerable<string> DecodeInTheConverter(IEnumerable<Project> projects) =>
        from project in projects
        from target in project.Projects.Concat(project.Packages)
        where (target.StartsWith("Magick.NET", StringComparison.Ordinal) && project.Name != "ImageConverter")
            || (target.Contains("/ImageConverter/", StringComparison.Ordinal) && project.Folder != "tests" && project.Name != "OcrWorker")
        select $"{project.Path} references {target}";

    /// <summary>Only the worker sees pixels; only Ingest, Results and the gateway (its keys) see SQL; only Ingest and the worker see the object store.</summary>
    public static IEnumerable<string> KeepToOwnedData(IEnumerable<Project> projects) =>
        from project in projects
        where project.Folder == "services" && project.Name != "Standalone"
        from target in project.Projects.Concat(project.Packages)
        where (target.Contains("/Recognition/", StringComparison.Ordinal) && project.Name != "OcrWorker")
            || (target.Contains("EntityFrameworkCore", StringComparison.Ordinal) && project.Name is not ("Ingest" or "Results" or "Gateway"))
            || (target.Contains("/Persistence/", StringComparison.Ordinal) && project.Name is not ("Ingest" or "Results" or "Gateway"))
            || (target.Contains("/Storage/", StringComparison.Ordinal) && project.Name is not ("Ingest" or "OcrWorker"))
        select $"{project.Path} references {target}";
}
