using System.ComponentModel.DataAnnotations;
using Ocr.ServiceDefaults.Settings;

namespace Ocr.Persistence;

/// <summary>Database of a service.</summary>
public sealed class DatabaseOptions : IValidatableObject
{
    /// <summary>Address of a PostgreSQL server; unset for one SQLite file per service under <see cref="DataDirectory"/>.</summary>
    [Setting("DATABASE_URL", "postgresql://user:password@host:5432/database, or leave it unset for SQLite")]
    public string? Url { get; set; }

    /// <summary>Folder of all run-time data. Default <c>./data</c>.</summary>
    [Setting("DATA_DIR", "a folder that can be written"), Required]
    public string DataDirectory { get; set; } = "./data";

    /// <summary>Whether the rows are stored in PostgreSQL.</summary>
    public bool IsPostgres => !string.IsNullOrWhiteSpace(Url);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsPostgres && !DatabaseUrl.TryParse(Url!, out _))
        {
            // The message does not contain the value, because it contains a password.
            yield return new ValidationResult("is no PostgreSQL address.", [nameof(Url)]);
        }
    }
}
