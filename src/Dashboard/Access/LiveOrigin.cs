using Microsoft.AspNetCore.Http;
using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.Access;

/// <summary>Lets only pages of this origin open a live connection; a WebSocket is not bound by the rules for other cross-origin requests.</summary>
internal static class LiveOrigin
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var isOwn = origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase));
        return isOwn ? next(context) : Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, "request.origin");
    }
}
