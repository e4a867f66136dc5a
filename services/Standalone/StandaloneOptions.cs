using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Standalone;

/// <summary>Settings of the process as a whole; those of its services are their own.</summary>
public sealed class StandaloneOptions
{
    /// <summary>Port to listen on; 0 takes a free one. Default 5000.</summary>
    [Setting("PORT", "a number from 0 to 65535")]
    [Range(0, 65_535)]
    public int Port { get; set; } = 5000;
}
