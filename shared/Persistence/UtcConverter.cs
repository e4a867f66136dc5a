using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ocr.Persistence;

/// <summary>Instants as UTC <see cref="DateTime"/>: comparable in SQLite and <c>timestamptz</c> in PostgreSQL.</summary>
public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
