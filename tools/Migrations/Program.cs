using Ocr.Migrations;

if (args is not [var service, var name])
{
    Console.Error.WriteLine("Usage: tools/add-migration.sh SERVICE NAME, such as: tools/add-migration.sh Ingest AddPriority");
    return 2;
}

foreach (var provider in (string[])["Sqlite", "Postgres"])
{
    Console.WriteLine(Scaffolder.Add(service, name, provider) is { } file ? $"{provider}: {file}" : $"{provider}: the model has not changed");
}

return 0;
