using Scalar.AspNetCore;

namespace Ocr.Gateway.OpenApi;

/// <summary>
/// The description of the API. It is written by hand, and tests compare it with the real endpoints and responses. It is embedded in the
/// assembly: a gateway with remote services also serves all of it.
/// </summary>
internal static class ApiDocument
{
    /// <summary>Path of the document.</summary>
    public const string Path = "/openapi/v1.json";

    private const string Page = "/api/docs";

    /// <summary>Maps the document and a page that renders it without requests to other servers.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, static () => Results.Stream(Open(), "application/json")).ExcludeFromDescription();
        app.MapScalarApiReference(Page, static options => options
            .WithTitle("Lectura de recibos: API")
            .WithOpenApiRoutePattern(Path)
            .WithNonce()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideDeveloperTools());
    }

    /// <summary>The document.</summary>
    internal static Stream Open() => typeof(ApiDocument).Assembly.GetManifestResourceStream("Ocr.Gateway.OpenApi.openapi.json")!;
}
