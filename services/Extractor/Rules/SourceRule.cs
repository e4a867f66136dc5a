using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>One way of finding a value.</summary>
internal sealed record SourceRule
{
    /// <summary>Reported as the origin of what it finds.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="SourceKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the grammar of its value.</summary>
    public string? Grammar { get; init; }

    /// <summary>Labels, the more telling first. Compared blind to accents, case, blanks and punctuation.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Labels whose value holds other fields too, so that only unmistakable values are taken from it.</summary>
    public IReadOnlyList<string> SharedLabels { get; init; } = [];

    /// <summary><see cref="Labels"/>, folded.</summary>
    internal IReadOnlyList<string> LabelKeys => field ??= [.. Labels.Select(TextFold.Key)];

    /// <summary><see cref="SharedLabels"/>, folded.</summary>
    internal IReadOnlyList<string> SharedLabelKeys => field ??= [.. SharedLabels.Select(TextFold.Key)];

    /// <summary><c>right</c> and <c>below</c>, in the order in which they are tried.</summary>
    public IReadOnlyList<string> Directions { get; init; } = ["right", "below"];

    /// <summary>How far the first line of a value below its label may be, in text heights.</summary>
    public float Reach { get; init; } = 3.5f;

    /// <summary>How far right of its label a value may start, in text heights; as wide as the page unless told.</summary>
    public float ReachRight { get; init; } = float.PositiveInfinity;

    /// <summary>Most lines a value may take.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>
    /// Where the value, or its label, must stand: <c>any</c>, <c>header</c> (above the first label), <c>body</c> (from there on) or
    /// <c>footer</c> (below the last label and what stands beside it).
    /// </summary>
    public string Region { get; init; } = "any";

    /// <summary>Only for receipts that have none of the labels of the sources before it.</summary>
    public bool OnlyUnlabelled { get; init; }

    /// <summary>Names of the apps it is for; empty for all.</summary>
    public IReadOnlyList<string> Apps { get; init; } = [];

    /// <summary>Field to copy from, or to look beside; of a signature, the field whose bank must be the app's.</summary>
    public string? From { get; init; }

    /// <summary>Fields whose words are not to be used: a name is what they leave.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>What a <c>constant</c> says when the field it is <see cref="From"/> has a value.</summary>
    public string? Value { get; init; }

    /// <summary>Of an app's signature: <c>bank</c>, <c>type</c> or <c>channel</c>.</summary>
    public string? Property { get; init; }

    /// <summary>0–1: how much a value found this way is worth.</summary>
    public double Weight { get; init; } = 1;
}
