using Microsoft.EntityFrameworkCore;
using Npgsql;
using Ocr.Results.Data;
using Ocr.Results.Receipts;

namespace Ocr.SearchBenchmark;

/// <summary>Copies made-up receipts into PostgreSQL.</summary>
internal static class ReceiptLoader
{
    /// <summary>Fills the table.</summary>
    public static async Task LoadAsync(ResultsDbContext database, int count)
    {
        var properties = database.Model.FindEntityType(typeof(ReceiptIndexRow))!.GetProperties().Where(property => property.Name != nameof(ReceiptIndexRow.Id)).ToArray();
        var columns = string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""));
        var maker = new ReceiptMaker(count);
        await database.Database.OpenConnectionAsync();
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        await using (var writer = await connection.BeginBinaryImportAsync($"COPY {ResultsDbContext.SchemaName}.receipts ({columns}) FROM STDIN (FORMAT BINARY)"))
        {
            for (var number = 0; number < count; number++)
            {
                var row = maker.Make(number);
                await writer.StartRowAsync();
                foreach (var property in properties)
                {
                    var value = property.PropertyInfo!.GetValue(row);
                    value = value is Enum ? Convert.ToInt32(value, null) : value is DateTimeOffset instant ? instant.UtcDateTime : value;
                    await (value is null ? writer.WriteNullAsync() : writer.WriteAsync(value));
                }
            }

            await writer.CompleteAsync();
        }

        await database.Database.ExecuteSqlRawAsync(
            "INSERT INTO results.draws (\"Tenant\", \"DrawDate\", \"DrawNumber\") SELECT DISTINCT \"Tenant\", \"DrawDate\", \"DrawNumber\" FROM results.receipts");
        await database.Database.ExecuteSqlRawAsync("VACUUM ANALYZE results.receipts");
    }
}
