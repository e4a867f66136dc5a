using System.Collections.Frozen;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Reading;

/// <summary>The recognition profiles of the API, and how each looks at an image.</summary>
internal static class Profiles
{
    private static readonly FrozenDictionary<string, ReadingProfile> ByName = new Dictionary<string, ReadingProfile>
    {
        [Default] = ReadingProfile.Fast,
        ["balanced"] = ReadingProfile.Balanced,
        ["high_confidence"] = ReadingProfile.Thorough,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What process_batch uses when the client names none, and hence what uploads are read ahead with.</summary>
    public const string Default = "ultra_rapido";

    /// <summary>Names of all profiles.</summary>
    public static IReadOnlyList<string> All { get; } = [Default, "balanced", "high_confidence"];

    /// <summary>How a profile looks; <see langword="null"/> for an unknown name.</summary>
    public static ReadingProfile? Find(string name) => ByName.TryGetValue(name, out var profile) ? profile : null;
}
