namespace Ocr.Recognition.TextRecognition;

/// <summary>One recognized character.</summary>
/// <param name="Index">Its index in the alphabet.</param>
/// <param name="FirstStep">First time step of its run.</param>
/// <param name="LastStep">Last time step of its run.</param>
/// <param name="Probability">Highest probability within the run, 0–1.</param>
internal readonly record struct CtcSymbol(int Index, int FirstStep, int LastStep, float Probability)
{
    /// <summary>Minimum probability of the blank steps between the previous character and this one; 1 when there are none.</summary>
    public float BlankBefore { get; init; } = 1;

    /// <summary>Minimum probability of the blank steps up to the next character or the end; 1 when there are none.</summary>
    public float BlankAfter { get; init; } = 1;

    /// <summary>Center of the run, in steps from the left edge of step 0.</summary>
    public double Center => (FirstStep + LastStep + 1) / 2.0;
}
