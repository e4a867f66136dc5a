namespace Ocr.Contracts;

/// <summary>Stable codes of why a receipt has an error result.</summary>
public static class FailureReasons
{
    /// <summary>The bytes are no PNG, JPEG, WebP or HEIC that can be decoded.</summary>
    public const string ImageUnreadable = "IMAGE_UNREADABLE";

    /// <summary>More pixels or more words than the cap.</summary>
    public const string ImageTooLarge = "IMAGE_TOO_LARGE";

    /// <summary>The stored image is gone.</summary>
    public const string ImageMissing = "IMAGE_MISSING";

    /// <summary>Every worker that read it, alone, ended without a word.</summary>
    public const string WorkerCrashed = "WORKER_CRASHED";

    /// <summary>Every attempt that was started came to nothing, while other receipts were read.</summary>
    public const string AttemptsExhausted = "ATTEMPTS_EXHAUSTED";

    /// <summary>Reading it took longer than the limit of a reading.</summary>
    public const string ReadingTimeout = "READING_TIMEOUT";

    /// <summary>Reading it failed each time for no known reason, while other images could be read.</summary>
    public const string ReadingFailed = "READING_FAILED";
}
