using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Gateway.Audit;

/// <summary>Settings of the audit trail.</summary>
public sealed class AuditOptions
{
    /// <summary>Days after which an event is removed; default 365.</summary>
    [Setting("AUDIT_RETENTION_DAYS", "a number of days from 1 to 3650"), Range(1, 3_650)]
    public int RetentionDays { get; set; } = 365;
}
