using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;

namespace Territory.Dashboard.Access;

/// <summary>The sign-in cookie: who it names is checked on every request, and role and scope are taken from the database, never from the cookie.</summary>
public sealed class SessionCookie : CookieAuthenticationEvents
{
    public const string Scheme = "Identity.Application";
    private const string StampClaim = "stamp";
    private const string Rejected = "session.required";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "territory-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionCookie);
    }

    public static ClaimsPrincipal PrincipalOf(PersonFacts person) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, person.Id),
            new Claim(ClaimTypes.Role, person.Role.ToString()),
            new Claim(StampClaim, person.Stamp),
        ],
        Scheme,
        ClaimTypes.NameIdentifier,
        ClaimTypes.Role));

    /// <summary>The person a principal stands for, as they are now; null when they may not act any more.</summary>
    public static async ValueTask<PersonFacts?> PersonOfAsync(ClaimsPrincipal principal, PeopleDirectory people, CancellationToken cancellationToken)
    {
        if (principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id)
            return null;
        var person = await people.FindAsync(id, cancellationToken);
        var valid = person is { Disabled: false } && string.Equals(person.Stamp, principal.FindFirstValue(StampClaim), StringComparison.Ordinal);
        return valid ? person : null;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var people = context.HttpContext.RequestServices.GetRequiredService<PeopleDirectory>();
        var person = context.Principal is { } principal ? await PersonOfAsync(principal, people, context.HttpContext.RequestAborted) : null;
        if (person is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        context.ReplacePrincipal(PrincipalOf(person));
        context.HttpContext.Features.Set(person);
    }

    /// <summary>An API answers 401; there is no page to be redirected to.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Refusal.WriteAsync(context.HttpContext, StatusCodes.Status401Unauthorized, Rejected);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Refusal.WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden, "access.denied");
}
