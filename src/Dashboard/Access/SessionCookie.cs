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
    private const string SessionClaim = "session";
    private const string Rejected = "session.required";

    /// <summary>How long a cookie is good for after its last renewal.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "territory-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionCookie);
    }

    /// <summary>The session that a principal acts in; null when it acts in none.</summary>
    public static string? SessionOf(ClaimsPrincipal principal) => principal.FindFirstValue(SessionClaim);

    /// <param name="session">Names this signing in among others of the same person.</param>
    public static ClaimsPrincipal PrincipalOf(PersonFacts person, string session) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, person.Id),
            new Claim(ClaimTypes.Role, person.Role.ToString()),
            new Claim(StampClaim, person.Stamp),
            new Claim(SessionClaim, session),
        ],
        Scheme,
        ClaimTypes.NameIdentifier,
        ClaimTypes.Role));

    /// <summary>The person a principal stands for, as they are now; null when they may not act any more.</summary>
    public static async ValueTask<PersonFacts?> PersonOfAsync(
        ClaimsPrincipal principal, PeopleDirectory people, EndedSessions ended, CancellationToken cancellationToken)
    {
        if (principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id || SessionOf(principal) is not { } session || ended.Contains(session))
            return null;
        var person = await people.FindAsync(id, cancellationToken);
        var valid = person is { Disabled: false } && string.Equals(person.Stamp, principal.FindFirstValue(StampClaim), StringComparison.Ordinal);
        return valid ? person : null;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (people, ended) = (services.GetRequiredService<PeopleDirectory>(), services.GetRequiredService<EndedSessions>());
        var person = context.Principal is { } principal ? await PersonOfAsync(principal, people, ended, context.HttpContext.RequestAborted) : null;
        if (person is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        context.ReplacePrincipal(PrincipalOf(person, SessionOf(context.Principal!)!));
        context.HttpContext.Features.Set(person);
    }

    /// <summary>An API answers 401; there is no page to be redirected to.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Refusal.WriteAsync(context.HttpContext, StatusCodes.Status401Unauthorized, Rejected);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Refusal.WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden, "access.denied");
}
