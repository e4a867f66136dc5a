namespace Ocr.Persistence;

/// <summary>The database lacks migrations, and a replica does not apply them.</summary>
/// <param name="schema">Name of the schema.</param>
/// <param name="missing">Migrations that were not applied, oldest first.</param>
public sealed class SchemaOutdatedException(string schema, IReadOnlyList<string> missing) : InvalidOperationException(
    $"The tables of '{schema}' lack {string.Join(", ", missing)}. Run this program once with the argument 'migrate', then start it again.");
