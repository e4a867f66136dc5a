using System.Text.Json.Serialization;
using Ocr.Extractor.Text;

namespace Ocr.Extractor.Rules;

/// <summary>A method of finding a value.</summary>
internal sealed record SourceRule
{
    /// <summary>Origin that is reported with its values.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="SourceKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the grammar of its value.</summary>
    public string? Grammar { get; init; }

    /// <summary>Labels, the more specific first. Compared without accents, case, blanks and punctuation.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Labels whose value contains other fields too, so that only unambiguous values are accepted.</summary>
    public IReadOnlyList<string> SharedLabels { get; init; } = [];

    /// <summary><see cref="Labels"/>, folded.</summary>
    internal IReadOnlyList<string> LabelKeys => field ??= [.. Labels.Select(TextFold.Key)];

    /// <summary><see cref="SharedLabels"/>, folded.</summary>
    internal IReadOnlyList<string> SharedLabelKeys => field ??= [.. SharedLabels.Select(TextFold.Key)];

    /// <summary><c>right</c> and <c>below</c>, in the order in which they are tried.</summary>
    public IReadOnlyList<string> Directions { get; init; } = ["right", "below"];

    /// <summary>Maximum distance of a value's first line below its label, text heights.</summary>
    public float Reach { get; init; } = 3.5f;

    /// <summary>Maximum distance of a value's start right of its label, text heights; default unlimited.</summary>
    public float ReachRight { get; init; } = float.PositiveInfinity;

    /// <summary>Maximum number of lines of a value.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>
    /// Required position of the value or its label: <c>any</c>, <c>header</c> (above the first label), <c>body</c> (from there on) or
    /// <c>footer</c> (below the last label and its value).
    /// </summary>
    public string Region { get; init; } = "any";

    /// <summary>Whether it applies only to receipts without any label of the sources before it.</summary>
    [JsonPropertyName("onlyUnlabelled")]
    public bool OnlyUnlabeled { get; init; }

    /// <summary>Names of the apps to which it applies; empty for all.</summary>
    public IReadOnlyList<string> Apps { get; init; } = [];

    /// <summary>Field to copy, or next to which to search; for a signature, the field whose bank must be the app's.</summary>
    public string? From { get; init; }

    /// <summary>Fields whose words must not be part of the value, such as a name.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Value of a <c>constant</c> when the field <see cref="From"/> has a value.</summary>
    public string? Value { get; init; }

    /// <summary>Property of an app's signature: <c>bank</c>, <c>type</c> or <c>channel</c>.</summary>
    public string? Property { get; init; }

    /// <summary>0–1: confidence factor of a value found this way.</summary>
    public double Weight { get; init; } = 1;
}
