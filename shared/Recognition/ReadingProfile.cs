namespace Ocr.Recognition;

/// <summary>How much time a page may take.</summary>
public enum ReadingProfile
{
    /// <summary>One look at the pack's default scale; whatever is too small or too large for it is lost.</summary>
    Fast,

    /// <summary>Default: a second look at another scale when what was seen asks for it.</summary>
    Balanced,

    /// <summary>Always two scales, merged.</summary>
    Thorough,
}
