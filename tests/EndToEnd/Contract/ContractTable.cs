using System.Text.Json.Nodes;

namespace Ocr.EndToEnd.Contract;

/// <summary>The response with which an example of the specification is compared.</summary>
/// <param name="Block">The block.</param>
/// <param name="Response">The response that it is an example of, a name of <see cref="DocumentedResponses"/>.</param>
internal sealed record ContractRow(string Block, string Response)
{
    /// <summary>Selects the example in its block; the whole block by default.</summary>
    public string? Part { get; init; }

    /// <summary>Selects the part of the response that the example shows; the whole body by default.</summary>
    public Func<JsonObject, JsonNode?> Find { get; init; } = body => body;

    /// <summary>Objects whose keys are data.</summary>
    public string[] Maps { get; init; } = [];

    /// <summary>Keys whose value is part of the contract.</summary>
    public string[] Exact { get; init; } = [];

    /// <summary>Words of the contract that differ from machine to machine.</summary>
    public string[] Free { get; init; } = [];

    /// <summary>The example.</summary>
    public JsonNode Example => Part is null ? Specification.Block(Block).Json : Specification.Block(Block).Json[Part]!;

    /// <summary>The comparison.</summary>
    public DocumentedShape Shape => new(Maps, Exact, Free);

    /// <inheritdoc/>
    public override string ToString() => Part is null ? Block : $"{Block} {Part}";
}

/// <summary>Every block of the specification, and the test that covers it.</summary>
internal static class ContractTable
{
    /// <summary>The blocks that show a response.</summary>
    public static IReadOnlyList<ContractRow> Responses { get; } =
    [
        new("POST /api/upload json", "POST /api/upload") { Exact = ["message", "original_name", "stored_name", "numerosorteo", "fechasorteo", "idWhatsapp", "nombre", "horamin", "extension"] },
        new("POST /api/upload json 2", "file too large") { Exact = ["message", "mensaje", "details", "error_code"] },
        new("GET /api/files/pending json", "GET /api/files/pending"),
        new("GET /api/files/processed json", "GET /api/files/processed"),
        new("POST /api/ocr/process_batch json", "POST /api/ocr/process_batch") { Exact = ["message"] },
        new("GET /api/ocr/result/{id} json", "GET /api/ocr/result/{id}"),
        new("GET /api/extract_results json", "GET /api/extract_results"),
        new("GET /api/status json", "GET /api/status"),
        new("GET /api/health json", "GET /api/health") { Free = ["status"] }, // degraded where the disk is nearly full
        new("GET /api/metrics json", "GET /api/metrics"),
        new("POST /api/clean json", "POST /api/clean") { Exact = ["message"] },
        new("§2.1 json", "GET /api/ocr/result/{id}") { Find = body => body["data"] },
        new("§2.3 json", "the words") { Part = "palabra_detectada", Find = body => body["palabras_detectadas"]![0] },
        new("§6.1 json", "GET /api/metrics"),
        new("§6.2 json", "GET /api/metrics"),
        new("§5.2 json", "unknown result") { Part = "error_response_format" },
        new("§5.2 json", "invalid upload")
        {
            Part = "validation_error_example", Maps = ["field_errors", "file_errors"], Exact = ["message", "mensaje", "error_code", "help"],
        },
    ];

    /// <summary>The blocks that do not show a response, and the tests that cover them.</summary>
    public static IReadOnlyDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>
    {
        ["§1.1 text"] = "The address is the deployment's; CORS is held by Gateway.Tests.",
        ["Campos Numéricos json"] = "ValueRuleTests",
        ["Campos de Fecha y Hora json"] = "ValueRuleTests",
        ["Campos de Texto json"] = "ValueRuleTests",
        ["§3.1 bash"] = "The settings of the services; the README lists those that apply.",
        ["§3.2 python"] = "Gateway.Tests",
        ["§3.3 python"] = "Gateway.Tests",
        ["§3.4 python"] = "Ingest.Tests",
        ["§4.1 javascript"] = "JavaScriptClientTests",
        ["§4.2 python"] = "PythonClientTests",
        ["§5.1 json"] = "StatusCodeTests",
    };
}
