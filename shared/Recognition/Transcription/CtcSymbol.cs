namespace Ocr.Recognition.Transcription;

/// <summary>One character that the recogniser read.</summary>
/// <param name="Index">Its place in the alphabet.</param>
/// <param name="FirstStep">First time step of its run.</param>
/// <param name="LastStep">Last time step of its run.</param>
/// <param name="Probability">Highest probability within the run, 0–1.</param>
internal readonly record struct CtcSymbol(int Index, int FirstStep, int LastStep, float Probability)
{
    /// <summary>Least probability of the blank steps between the character before and this one; 1 when there is none.</summary>
    public float BlankBefore { get; init; } = 1;

    /// <summary>The same of the blank steps that follow, up to the next character or the end.</summary>
    public float BlankAfter { get; init; } = 1;

    /// <summary>Middle of the run, in steps from the left edge of step 0.</summary>
    public double Centre => (FirstStep + LastStep + 1) / 2.0;
}
