using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Ocr.Gateway.Web;

/// <summary>The page at <c>/</c>. Its files are embedded in the assembly, so that every composition serves them.</summary>
internal static class WebPage
{
    /// <summary>Serves the page and its files.</summary>
    public static void UseWebPage(this IApplicationBuilder app)
    {
        var files = new EmbeddedFileProvider(typeof(WebPage).Assembly, "Ocr.Gateway.Web.page");
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
