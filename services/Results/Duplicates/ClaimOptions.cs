using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Results.Duplicates;

/// <summary>Retention of claims.</summary>
public sealed class ClaimOptions
{
    /// <summary>Days for which an image or a reference, once claimed, makes later ones duplicates. Default 90.</summary>
    [Setting("CLAIM_RETENTION_DAYS", "a number of days from 1 to 3650"), Range(1, 3650)]
    public int RetentionDays { get; set; } = 90;

    /// <summary>The same as a span.</summary>
    public TimeSpan Retention => TimeSpan.FromDays(RetentionDays);
}
