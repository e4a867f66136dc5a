using System.Text;
using System.Text.Json.Nodes;

namespace Ocr.Results.Endpoints;

/// <summary>The consolidated entries as a table: <c>;</c> between columns, one line a receipt.</summary>
internal static class CsvWriter
{
    private const char Separator = ';';

    // Path in the entry: the column has the name of its last part unless that name is taken.
    private static readonly (string Column, string[] Path)[] Columns =
    [
        ("nombre_archivo", ["nombre_archivo"]), ("caption", ["caption"]), ("otro", ["otro"]), ("referencia", ["referencia"]),
        ("bancoorigen", ["bancoorigen"]), ("monto", ["monto"]), ("cedula", ["datosbeneficiario", "cedula"]),
        ("telefono", ["datosbeneficiario", "telefono"]), ("banco_destino", ["datosbeneficiario", "banco_destino"]),
        ("nombre", ["datosbeneficiario", "nombre"]), ("pago_fecha", ["pago_fecha"]), ("concepto", ["concepto"]),
        ("tipo_transaccion", ["tipo_transaccion"]), ("hora_operacion", ["hora_operacion"]), ("numero_operacion", ["numero_operacion"]),
        ("confianza_promedio", ["confianza_promedio"]), ("palabras_detectadas", ["palabras_detectadas"]),
        ("numerosorteo", ["metadata_whatsapp", "numerosorteo"]), ("fechasorteo", ["metadata_whatsapp", "fechasorteo"]),
        ("idWhatsapp", ["metadata_whatsapp", "idWhatsapp"]), ("nombre_whatsapp", ["metadata_whatsapp", "nombre"]),
        ("horamin", ["metadata_whatsapp", "horamin"]), ("error", ["error", "mensaje"]),
        ("duplicado_de", ["duplicado_de", "nombre_archivo"]), ("duplicado_de_lote", ["duplicado_de", "request_id"]),
        ("posible_duplicado", ["posible_duplicado", "nombre_archivo"]), ("posible_duplicado_lote", ["posible_duplicado", "request_id"]),
    ];

    /// <summary>The table with its heading.</summary>
    public static string Write(IEnumerable<string> entries)
    {
        var table = new StringBuilder();
        AppendLine(table, Columns.Select(column => column.Column));
        foreach (var entry in entries)
        {
            var json = JsonNode.Parse(entry);
            AppendLine(table, Columns.Select(column => Cell(json, column.Path)));
        }

        return table.ToString();
    }

    private static void AppendLine(StringBuilder table, IEnumerable<string> cells) =>
        table.AppendJoin(Separator, cells.Select(Quoted)).Append("\r\n");

    private static string Cell(JsonNode? json, string[] path) => path.Aggregate(json, (node, name) => node?[name])?.ToString() ?? "";

    // A spreadsheet takes a cell that starts with one of these for a formula, full-width forms included, and a receipt may print anything.
    private static string Quoted(string cell)
    {
        var safe = cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + cell : cell;
        return safe.AsSpan().ContainsAny(['"', Separator, '\r', '\n']) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
