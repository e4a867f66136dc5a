namespace Ocr.ServiceDefaults.Storage;

/// <summary>Kinds of storage failures that affect other operations too.</summary>
public enum StorageError
{
    /// <summary>Content is damaged. The state lasts until the process ends, because a repair needs a stop.</summary>
    Damaged,

    /// <summary>No space is left.</summary>
    Full,

    /// <summary>Writing fails for another reason.</summary>
    Unwritable,
}
