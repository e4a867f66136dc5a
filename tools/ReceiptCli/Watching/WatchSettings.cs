using Ocr.Contracts;

namespace Ocr.ReceiptCli.Watching;

/// <summary>Settings of <c>receipt-cli watch</c>.</summary>
internal sealed record WatchSettings
{
    /// <summary>The folder whose images are sent.</summary>
    public required DirectoryInfo Folder { get; init; }

    /// <summary>Draw of files whose name does not contain it.</summary>
    public string? DrawNumber { get; init; }

    /// <summary>Date of the draw of such files; the date of the file by default.</summary>
    public DateOnly? DrawDate { get; init; }

    /// <summary>Sender of such files.</summary>
    public string WhatsappId { get; init; } = "carpeta@lid";

    /// <summary>Name of the sender of such files.</summary>
    public string SenderName { get; init; } = "Carpeta";

    /// <summary>Profile of the reading.</summary>
    public string Profile { get; init; } = ProfileNames.UltraRapido;

    /// <summary>Time between two scans of the folder. A file is sent when it did not change between two scans.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Sends the existing files and ends.</summary>
    public bool Once { get; init; }
}
