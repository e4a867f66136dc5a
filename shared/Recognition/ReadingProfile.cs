namespace Ocr.Recognition;

/// <summary>How much time a page may take.</summary>
public enum ReadingProfile
{
    /// <summary>The pack's light recogniser, and the other one for what it doubts; the same as <see cref="Balanced"/> in a pack without one.</summary>
    Fast,

    /// <summary>Default: every word by the pack's recogniser.</summary>
    Balanced,

    /// <summary>Always two scales, merged, and what is doubtful again in other views.</summary>
    Thorough,
}
