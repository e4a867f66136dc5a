using System.Collections.Frozen;
using Ocr.Contracts;
using Ocr.Recognition;

namespace Ocr.OcrWorker.Reading;

/// <summary>The recognition profiles of the API and their reading profiles.</summary>
internal static class Profiles
{
    private static readonly FrozenDictionary<string, ReadingProfile> ByName = new Dictionary<string, ReadingProfile>
    {
        [ProfileNames.UltraRapido] = ReadingProfile.Fast,
        [ProfileNames.Balanced] = ReadingProfile.Balanced,
        [ProfileNames.HighConfidence] = ReadingProfile.Thorough,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns a profile's reading profile; <see langword="null"/> for an unknown name.</summary>
    public static ReadingProfile? Find(string name) => ByName.TryGetValue(name, out var profile) ? profile : null;
}
