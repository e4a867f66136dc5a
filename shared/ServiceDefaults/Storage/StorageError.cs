namespace Ocr.ServiceDefaults.Storage;

/// <summary>Kinds of storage failures that other attempts will meet too.</summary>
public enum StorageError
{
    /// <summary>Content is damaged. Lasts until the process ends: repairing it needs a stop.</summary>
    Damaged,

    /// <summary>No space is left.</summary>
    Full,

    /// <summary>Nothing can be written for another reason.</summary>
    Unwritable,
}
