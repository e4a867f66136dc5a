namespace Ocr.Results.Receipts;

/// <summary>The decision of a person on a receipt. The numbers are stored.</summary>
public enum ReviewState
{
    /// <summary>No decision yet.</summary>
    Pending = 0,

    /// <summary>It is paid out on.</summary>
    Accepted = 1,

    /// <summary>It is not paid out on.</summary>
    Rejected = 2,
}

/// <summary>Names of the states in the API.</summary>
internal static class ReviewStates
{
    private static readonly string[] Names = ["pendiente", "aceptado", "rechazado"];

    /// <summary>All names, in the order of the states.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The name of a state.</summary>
    public static string Name(this ReviewState state) => Names[(int)state];

    /// <summary>The state of a name; <see langword="null"/> for another text.</summary>
    public static ReviewState? Read(string? name) => Array.IndexOf(Names, name) is >= 0 and var index ? (ReviewState)index : null;
}
