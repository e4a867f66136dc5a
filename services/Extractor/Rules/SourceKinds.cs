namespace Ocr.Extractor.Rules;

/// <summary>The ways of finding a value that a rule may name.</summary>
internal static class SourceKinds
{
    /// <summary>Right of or below a label.</summary>
    public const string Label = "label";

    /// <summary>Anywhere no other field's label claims, by its form alone.</summary>
    public const string Pattern = "pattern";

    /// <summary>The value of another field.</summary>
    public const string Copy = "copy";

    /// <summary>Beside the label of another field, with its value.</summary>
    public const string Beside = "beside";

    /// <summary>In the unlabelled lines around the place where another field was found.</summary>
    public const string Paragraph = "paragraph";

    /// <summary>The bank whose code starts an account.</summary>
    public const string AccountBank = "account-bank";

    /// <summary>The app that made the receipt, by its titles and labels.</summary>
    public const string Signature = "signature";

    /// <summary>A bank's name above the first label.</summary>
    public const string Logo = "logo";

    /// <summary>A text that follows from another field's having a value.</summary>
    public const string Constant = "constant";

    public static IReadOnlyList<string> All { get; } = [Label, Pattern, Copy, Beside, Paragraph, AccountBank, Signature, Logo, Constant];
}
