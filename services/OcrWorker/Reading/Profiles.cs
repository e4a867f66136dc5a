using System.Collections.Frozen;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Reading;

/// <summary>The recognition profiles of the API and their reading profiles.</summary>
internal static class Profiles
{
    private static readonly FrozenDictionary<string, ReadingProfile> ByName = new Dictionary<string, ReadingProfile>
    {
        [Default] = ReadingProfile.Fast,
        ["balanced"] = ReadingProfile.Balanced,
        ["high_confidence"] = ReadingProfile.Thorough,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Default profile of process_batch, with which uploads are read ahead.</summary>
    public const string Default = "ultra_rapido";

    /// <summary>Names of all profiles.</summary>
    public static IReadOnlyList<string> All { get; } = [Default, "balanced", "high_confidence"];

    /// <summary>Returns a profile's reading profile; <see langword="null"/> for an unknown name.</summary>
    public static ReadingProfile? Find(string name) => ByName.TryGetValue(name, out var profile) ? profile : null;
}
