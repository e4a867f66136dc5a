namespace Ocr.Testing;

/// <summary>A test that needs PostgreSQL; reported as skipped where <c>TEST_POSTGRES_URL</c> names no server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TempFolder.IsPostgres ? null : "TEST_POSTGRES_URL names no server";
}
