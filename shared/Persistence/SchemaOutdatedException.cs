namespace Ocr.Persistence;

/// <summary>The database lacks what this program needs, and a replica does not change it by itself.</summary>
/// <param name="schema">Name of the schema.</param>
/// <param name="missing">Migrations that were not applied, oldest first.</param>
public sealed class SchemaOutdatedException(string schema, IReadOnlyList<string> missing) : InvalidOperationException(
    $"The tables of '{schema}' lack {string.Join(", ", missing)}. Run this program once with the argument 'migrate', then start it again.");
