namespace Ocr.Contracts;

/// <summary>Stable codes of error results.</summary>
public static class FailureReasons
{
    /// <summary>The bytes are not a PNG, JPEG, WebP or HEIC that can be decoded.</summary>
    public const string ImageUnreadable = "IMAGE_UNREADABLE";

    /// <summary>More pixels or words than the maximum.</summary>
    public const string ImageTooLarge = "IMAGE_TOO_LARGE";

    /// <summary>The stored image is missing.</summary>
    public const string ImageMissing = "IMAGE_MISSING";

    /// <summary>Every worker that read it alone crashed.</summary>
    public const string WorkerCrashed = "WORKER_CRASHED";

    /// <summary>Every started attempt failed, while other receipts were read.</summary>
    public const string AttemptsExhausted = "ATTEMPTS_EXHAUSTED";

    /// <summary>Reading it exceeded the time limit.</summary>
    public const string ReadingTimeout = "READING_TIMEOUT";

    /// <summary>Reading it failed each time with an unknown error, while other images could be read.</summary>
    public const string ReadingFailed = "READING_FAILED";
}
