using Ocr.Contracts;
using Ocr.Images;

namespace Ocr.Ingest.Upload;

/// <summary>A checked file of an upload in the temporary folder. <see cref="Dispose"/> removes it.</summary>
public sealed class UploadedFile : IDisposable
{
    /// <summary>The client's file name.</summary>
    public required string OriginalName { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size, bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>The header; <see langword="null"/> for a file that has an error.</summary>
    public required ImageHeader? Header { get; init; }

    /// <summary>The bytes; removed from disk when closed.</summary>
    public required Stream Content { get; init; }

    /// <summary>Its metadata from the form; set after all parts are read.</summary>
    public ReceiptMetadata? Metadata { get; set; }

    /// <summary>Its index among the files of the form, from 0; the suffix of its fields.</summary>
    public int Index { get; set; }

    /// <summary>Errors of the file and its fields, Spanish.</summary>
    public List<string> Errors { get; } = [];

    /// <inheritdoc />
    public void Dispose() => Content.Dispose();
}
