using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.Access;

/// <summary>A request that changes something must carry the token that only a page of this origin can read.</summary>
public sealed class CsrfFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public const string HeaderName = "X-Territory-Csrf";
    public const string CookieName = "territory-csrf";
    private const string Missing = "request.csrf";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // Safe methods pass; see RFC 9110, section 9.2.1.
        if (!await antiforgery.IsRequestValidAsync(context.HttpContext))
            return Refusal.Of(StatusCodes.Status403Forbidden, Missing);
        return await next(context);
    }
}
