using System.Text;

namespace Ocr.Ingest.Upload;

/// <summary>A parsed upload: files, and fields by name.</summary>
public sealed class UploadForm : IDisposable
{
    /// <summary>Maximum size of a field, bytes.</summary>
    public const int MaxFieldBytes = 16 * 1024;

    private const int MaxNameShown = 100;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The files, in the order of the form.</summary>
    public List<UploadedFile> Files { get; } = [];

    /// <summary>The fields by name.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Files over the limit with their sizes, bytes.</summary>
    public List<(string Name, long Size)> TooLarge { get; } = [];

    /// <summary>Files that a partial upload leaves out, in the order of the form.</summary>
    public List<RejectedFile> Rejected { get; } = [];

    /// <summary>The errors of the request.</summary>
    public FormErrors Errors { get; } = new();

    /// <summary>Whether the form has one file, whose fields have no number.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Adds a file, or the error that it is over the limit.</summary>
    /// <param name="name">The client's name.</param>
    /// <param name="file">The file; <see langword="null"/> for one over the limit.</param>
    /// <param name="size">Its size, bytes.</param>
    /// <param name="error">Its error, Spanish.</param>
    public void AddFile(string name, UploadedFile? file, long size, string? error)
    {
        var index = Files.Count + TooLarge.Count;
        if (file is null)
        {
            TooLarge.Add((name, size));
            Rejected.Add(new RejectedFile(index, name, [UploadErrors.OverLimit(size)]));
            Errors.File(name, UploadErrors.OverLimit(size));
            return;
        }

        file.Index = index;
        Files.Add(file);
        if (error is not null)
        {
            file.Errors.Add(error);
            Errors.File(name, error);
        }
    }

    /// <summary>Adds a field, or its error.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, UTF-8.</param>
    public void AddField(string name, ReadOnlySpan<byte> value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var shown = name.Length <= MaxNameShown ? name : name[..MaxNameShown];
        if (value.Length > MaxFieldBytes)
        {
            Errors.Field(shown, $"Debe ocupar como máximo {MaxFieldBytes} bytes");
        }
        else if (Decode(value) is not { } text)
        {
            Errors.Field(shown, "Debe ser texto en UTF-8");
        }
        else if (!Fields.TryAdd(name, text))
        {
            Errors.Field(shown, "Campo repetido");
        }
    }

    /// <summary>The texts that distinguish this upload from others: names and hashes of files, names of rejected files, and fields.</summary>
    public IEnumerable<string> Content() =>
    [
        .. Files.SelectMany(file => (string[])[file.OriginalName, file.Sha256]),
        .. Rejected.Select(file => file.Name),
        .. Fields.OrderBy(field => field.Key, StringComparer.Ordinal).SelectMany(field => (string[])[field.Key, field.Value]),
    ];

    /// <summary>Leaves out the files with errors, so that the others are stored.</summary>
    public void Reject()
    {
        foreach (var file in Files.Where(file => file.Errors.Count > 0).ToArray())
        {
            Rejected.Add(new RejectedFile(file.Index, file.OriginalName, file.Errors));
            Files.Remove(file);
            file.Dispose();
        }

        Rejected.Sort(static (one, other) => one.Index.CompareTo(other.Index));
    }

    /// <inheritdoc />
    public void Dispose() => Files.ForEach(file => file.Dispose());

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>A file that a partial upload leaves out.</summary>
/// <param name="Index">Its index among the files of the form, from 0.</param>
/// <param name="Name">The client's name.</param>
/// <param name="Errors">Its errors, Spanish.</param>
public sealed record RejectedFile(int Index, string Name, IReadOnlyList<string> Errors);
