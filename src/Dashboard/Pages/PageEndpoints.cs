using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.Pages;

/// <summary>The pages: what is no API, tile or live connection is a page of the front end, which finds its way by the address.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", ["GET", "HEAD"], (HttpContext context, WebAssets assets) => Serve("", context, assets)).AllowAnonymous();
        routes.MapFallback("{**path}", static context => Serve(
                context.GetRouteValue("path") as string ?? "", context, context.RequestServices.GetRequiredService<WebAssets>()).ExecuteAsync(context))
            .WithMetadata(new HttpMethodMetadata(["GET", "HEAD"])).AllowAnonymous();
    }

    private static Results<FileContentHttpResult, NotFound<Refusal>> Serve(string path, HttpContext context, WebAssets assets)
    {
        if (assets.Find(path) is not { } asset)
            return Refusal.Unknown("page.unknown");
        var headers = context.Response.Headers;
        headers.CacheControl = asset.IsImmutable ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var content = asset.Content;
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase) && asset.TryBrotli() is { } brotli)
        {
            headers.ContentEncoding = "br";
            content = brotli;
        }

        return TypedResults.Bytes(content, asset.ContentType, entityTag: EntityTagHeaderValue.Parse(asset.Tag));
    }
}
