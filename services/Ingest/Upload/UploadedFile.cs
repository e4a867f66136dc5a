using Ocr.Contracts;
using Ocr.Ingest.Images;

namespace Ocr.Ingest.Upload;

/// <summary>A file of an upload, checked and waiting in the temporary folder. Disposing of it removes it.</summary>
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

    /// <summary>What the form says of it; set once every part is read.</summary>
    public ReceiptMetadata? Metadata { get; set; }

    /// <summary>Its place among the files of the form, from 0, which numbers its fields.</summary>
    public int Index { get; set; }

    /// <summary>What is wrong with it and its fields, Spanish.</summary>
    public List<string> Errors { get; } = [];

    /// <inheritdoc />
    public void Dispose() => Content.Dispose();
}
