using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ocr.Persistence;

/// <summary>Instants as UTC <see cref="DateTime"/>: what SQLite can compare and PostgreSQL calls <c>timestamptz</c>.</summary>
public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
