using System.Xml.Linq;

namespace Ocr.Architecture;

/// <summary>A project file: its path and its references.</summary>
internal sealed record Project(string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    /// <summary>First folder: <c>shared</c>, <c>services</c>, <c>tools</c>, <c>tests</c> or <c>benchmarks</c>.</summary>
    public string Folder => Path.Split('/')[0];

    public string Name => Path.Split('/')[1];

    public static Project Load(string path)
    {
        var xml = XDocument.Parse(Repository.Read(path));
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.Combine(Repository.Root, path))!;
        return new Project(
            path,
            [.. Includes(xml, "ProjectReference").Select(include => Relative(folder, include))],
            [.. Includes(xml, "PackageReference")]);
    }

    public static IReadOnlyList<Project> All() => [.. Repository.Files("*.csproj").Select(Load)];

    private static IEnumerable<string> Includes(XDocument xml, string element) =>
        xml.Descendants(element).Select(item => (string?)item.Attribute("Include")).OfType<string>();

    private static string Relative(string folder, string include) =>
        System.IO.Path.GetRelativePath(Repository.Root, System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, include)))
            .Replace('\\', '/');
}
