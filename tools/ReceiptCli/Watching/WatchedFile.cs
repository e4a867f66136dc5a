using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ocr.Client;

namespace Ocr.ReceiptCli.Watching;

/// <summary>A file that is sent: its receipt and the key of its content and name.</summary>
internal sealed partial record WatchedFile(FileInfo File, Receipt Receipt, string Key)
{
    // The largest upload that a server can be configured for is smaller.
    private const long MaxBytes = 256 << 20;

    /// <summary>Reads a file. Metadata is taken from its name, else from the settings and the time of the file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<WatchedFile> ReadAsync(FileInfo file, WatchSettings settings, CancellationToken cancellationToken)
    {
        if (file.Length > MaxBytes)
        {
            throw new IOException($"tiene {file.Length >> 20} MiB");
        }

        var receipt = await Receipt.FromFileAsync(file.FullName, cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(receipt.Content.Span);
        hash.AppendData(Encoding.UTF8.GetBytes("\n" + file.Name));
        var key = Convert.ToHexStringLower(hash.GetHashAndReset());
        var written = file.LastWriteTime;
        return new WatchedFile(file, HasMetadata(file) ? receipt : receipt with
        {
            DrawNumber = settings.DrawNumber,
            DrawDate = settings.DrawDate ?? DateOnly.FromDateTime(written),
            WhatsappId = settings.WhatsappId,
            SenderName = settings.SenderName,
            SentAt = TimeOnly.FromDateTime(written),
        }, key);
    }

    /// <summary>Whether the name of a file contains its metadata.</summary>
    public static bool HasMetadata(FileInfo file) => StoredName().IsMatch(file.Name);

    /// <summary>Moves the file to a folder beside it, under a free name, and writes a text beside it first.</summary>
    public void MoveTo(string folder, string extension, string text)
    {
        var target = Directory.CreateDirectory(Path.Combine(File.DirectoryName!, folder)).FullName;
        var name = FreeName(target, extension);
        System.IO.File.WriteAllText(Path.Combine(target, name + extension), text);
        System.IO.File.Move(File.FullName, Path.Combine(target, name));
    }

    private string FreeName(string folder, string extension)
    {
        var (stem, end) = (Path.GetFileNameWithoutExtension(File.Name), File.Extension);
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? File.Name : string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}{end}");
            if (!System.IO.File.Exists(Path.Combine(folder, name)) && !System.IO.File.Exists(Path.Combine(folder, name + extension)))
            {
                return name;
            }
        }
    }

    // 20250711-A--123456@lid_Juan_14-30.png
    [GeneratedRegex(@"^[0-9]{8}-(?:[A-Z]|[0-9]{1,2})--.+@lid_.+_[0-9]{2}-[0-9]{2}(?:_[0-9]+)?\.[^.]+\z")]
    private static partial Regex StoredName();
}
