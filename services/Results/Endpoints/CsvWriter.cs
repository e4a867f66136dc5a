using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Ocr.Results.Endpoints;

/// <summary>The consolidated entries as a table: <c>;</c> between columns, one line per receipt.</summary>
internal static class CsvWriter
{
    private const char Separator = ';';

    // Path in the entry. The column has the name of the last part, unless that name is taken.
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
        ("moneda", ["moneda"]), ("estado_pago", ["validacion_recibo", "estado_pago"]),
        ("recibos_en_imagen", ["validacion_recibo", "recibos_en_imagen"]), ("decision", ["decision", "valor"]),
        ("decision_motivos", ["decision", "motivos"]),
    ];

    /// <summary>The table with its heading.</summary>
    public static string Write(IEnumerable<string> entries)
    {
        var table = new StringBuilder();
        table.Append(Line(Columns.Select(column => column.Column)));
        foreach (var entry in entries)
        {
            var json = JsonNode.Parse(entry);
            table.Append(Line(Columns.Select(column => Cell(json, column.Path))));
        }

        return table.ToString();
    }

    /// <summary>One line, protected against formulas.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(Separator, cells.Select(Quoted)) + "\r\n";

    private static string Cell(JsonNode? json, string[] path) => path.Aggregate(json, (node, name) => node?[name]) switch
    {
        null => "",
        JsonArray reasons => string.Join(" | ", reasons.Select(reason => $"{reason!["codigo"]}: {reason["motivo"]}")),
        var value => value.ToString(),
    };

    // A spreadsheet interprets a cell that starts with one of these as a formula, full-width forms included, and a receipt can contain any text.
    // Spreadsheets drop leading blanks and zero-width characters.
    private static string Quoted(string cell)
    {
        var first = cell.FirstOrDefault(character => !IsInvisible(character));
        var safe = first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' || (cell.Length > 0 && char.IsControl(cell[0])) ? "'" + cell : cell;
        return safe.AsSpan().ContainsAny(['"', Separator, '\r', '\n']) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool IsInvisible(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format;
}
