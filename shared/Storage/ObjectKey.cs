using System.Buffers;

namespace Ocr.Storage;

/// <summary>Rules of object keys. A valid key cannot leave a root folder and needs no escaping in a URL.</summary>
public static class ObjectKey
{
    private const int MaxLength = 512;
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>
    /// The content-addressed key of an image: receipts with the same bytes share the object. It may be deleted only
    /// when no row references it, and only some time after it was last stored (see <see cref="IObjectStore.PutAsync"/>).
    /// </summary>
    /// <param name="sha256">64 lower-case hexadecimal digits.</param>
    /// <param name="extension">Without a dot, <c>png</c>.</param>
    public static string ForContent(string sha256, string extension)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return sha256.Length == 64 ? Checked($"{sha256[..2]}/{sha256}.{extension}") : throw new ArgumentException("No SHA-256.", nameof(sha256));
    }

    /// <summary>Returns the key if it is valid.</summary>
    /// <param name="key">A candidate.</param>
    /// <exception cref="ArgumentException">It is not valid.</exception>
    public static string Checked(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Length is > 0 and <= MaxLength && key.Split('/').All(IsSegment)
            ? key
            : throw new ArgumentException("Not an object key.", nameof(key));
    }

    // A leading dot is not allowed: this excludes "." and "..", and the store has private files with such names.
    private static bool IsSegment(string segment) =>
        segment.Length > 0 && segment[0] != '.' && !segment.AsSpan().ContainsAnyExcept(Allowed);
}
