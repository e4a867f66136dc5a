namespace Ocr.Recognition.Amounts;

/// <summary>Position of a run of characters in an amount: the large figure, or a part in another size on one side of it.</summary>
internal enum PartKind
{
    /// <summary>Left of the figure.</summary>
    Before,

    /// <summary>The large figure.</summary>
    Figure,

    /// <summary>Right of the figure.</summary>
    After,
}
