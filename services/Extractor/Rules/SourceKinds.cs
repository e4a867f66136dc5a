namespace Ocr.Extractor.Rules;

/// <summary>The kinds of sources that a rule may name.</summary>
internal static class SourceKinds
{
    /// <summary>The field model's proposal; rules cannot name it.</summary>
    public const string Model = "model";

    /// <summary>Right of or below a label.</summary>
    public const string Label = "label";

    /// <summary>Anywhere outside the values of other fields' labels, by its form alone.</summary>
    public const string Pattern = "pattern";

    /// <summary>The value of another field.</summary>
    public const string Copy = "copy";

    /// <summary>Next to the label of another field, together with its value.</summary>
    public const string Beside = "beside";

    /// <summary>In the unlabeled lines around another field's value.</summary>
    public const string Paragraph = "paragraph";

    /// <summary>The bank whose code starts an account.</summary>
    public const string AccountBank = "account-bank";

    /// <summary>The app that made the receipt, by its titles and labels.</summary>
    public const string Signature = "signature";

    /// <summary>A bank's name above the first label.</summary>
    public const string Logo = "logo";

    /// <summary>A constant that applies when another field has a value.</summary>
    public const string Constant = "constant";

    public static IReadOnlyList<string> All { get; } = [Label, Pattern, Copy, Beside, Paragraph, AccountBank, Signature, Logo, Constant];
}
