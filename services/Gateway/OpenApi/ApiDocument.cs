using Scalar.AspNetCore;

namespace Ocr.Gateway.OpenApi;

/// <summary>
/// The description of the API, written by hand beside the specification and held to the real endpoints and answers by tests. It is part of the
/// assembly: a gateway whose services are elsewhere serves all of it too.
/// </summary>
internal static class ApiDocument
{
    /// <summary>Where the document is.</summary>
    public const string Path = "/openapi/v1.json";

    private const string Page = "/api/docs";

    /// <summary>Maps the document and a page that renders it without asking any other server for anything.</summary>
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
