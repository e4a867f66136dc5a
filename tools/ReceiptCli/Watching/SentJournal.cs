using System.Text;

namespace Ocr.ReceiptCli.Watching;

/// <summary>
/// The keys of files that were read, and their receipts, in a file of the watched folder. A key is stored before its file is moved, so that a file which a killed
/// process left behind is moved and not sent again. The file is locked: a folder has one watcher.
/// </summary>
internal sealed class SentJournal : IDisposable
{
    private const string Name = ".receipt-watch";

    private readonly FileStream _file;
    private readonly Dictionary<string, string> _receipts;

    private SentJournal(FileStream file, Dictionary<string, string> receipts) => (_file, _receipts) = (file, receipts);

    /// <summary>Opens the journal of a folder.</summary>
    /// <exception cref="IOException">Another process watches the folder.</exception>
    public static SentJournal Open(DirectoryInfo folder)
    {
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(folder.FullName, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new IOException($"{folder.FullName}: otro proceso vigila esta carpeta, o no se puede escribir en ella ({error.Message})", error);
        }

        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        // The last line is incomplete when the process was killed while it wrote it: it counts as absent.
        var end = text.LastIndexOf('\n') + 1;
        file.SetLength(end);
        file.Position = end;
        var lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).Where(line => line.Length == 2);
        var receipts = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            receipts[line[0]] = line[1];
        }

        return new SentJournal(file, receipts);
    }

    /// <summary>Returns the id of the receipt of a key, or <see langword="null"/> when its file was not read.</summary>
    public string? Find(string key) => _receipts.GetValueOrDefault(key);

    /// <summary>Stores a key on the disk.</summary>
    public void Add(string key, string receiptId)
    {
        if (_receipts.TryAdd(key, receiptId))
        {
            _file.Write(Encoding.UTF8.GetBytes($"{key} {receiptId}\n"));
            _file.Flush(flushToDisk: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
