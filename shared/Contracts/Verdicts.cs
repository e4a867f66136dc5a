namespace Ocr.Contracts;

/// <summary>Verdicts of the policy on a receipt, from the laxest to the strictest.</summary>
public static class Verdicts
{
    /// <summary>The receipt can be paid out on.</summary>
    public const string Accept = "aceptar";

    /// <summary>A person must look at it.</summary>
    public const string Review = "revisar";

    /// <summary>The receipt must not be paid out on.</summary>
    public const string Reject = "rechazar";

    private static readonly string[] Order = [Accept, Review, Reject];

    /// <summary>All three, from the laxest to the strictest.</summary>
    public static IReadOnlyList<string> All { get; } = Order;

    /// <summary>Index of a verdict in <see cref="All"/>: 0 for the laxest, -1 for a verdict of a later release.</summary>
    /// <param name="verdict">One of <see cref="All"/>.</param>
    public static int Strictness(string verdict) => Array.IndexOf(Order, verdict);
}
