using System.Text.RegularExpressions;

namespace Ocr.Testing.Servers;

/// <summary>The images that <c>docker-compose.yml</c> pins: tests run those and no others.</summary>
public static partial class ComposeImage
{
    /// <summary>The image of the server of this name.</summary>
    /// <exception cref="InvalidOperationException">Compose has no such server.</exception>
    public static string Of(ServerKind kind)
    {
        var name = kind.ToString().ToLowerInvariant();
        var compose = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docker-compose.yml"));
        return Images().Matches(compose).FirstOrDefault(match => match.Groups["server"].Value == name) is { } found
            ? Variable().Replace(found.Groups["image"].Value, Value)
            : throw new InvalidOperationException($"docker-compose.yml has no image of {name}.");
    }

    private static string Value(Match variable) =>
        Environment.GetEnvironmentVariable(variable.Groups["name"].Value) is { Length: > 0 } set ? set : variable.Groups["default"].Value;

    [GeneratedRegex(@"^  (?<server>[\w-]+):\n    image: (?<image>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Images();

    [GeneratedRegex(@"\$\{(?<name>\w+):-(?<default>[^}]*)\}")]
    private static partial Regex Variable();
}
