using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Territory.Dashboard.Access;
using Territory.Dashboard.People;

namespace Territory.Dashboard.Session;

/// <summary>Starts, ends and describes sessions.</summary>
public sealed class SessionAnswers(IAntiforgery antiforgery, EndedSessions ended)
{
    public SessionAnswer Of(HttpContext context) => Of(context, context.Features.Get<PersonFacts>());

    public async Task<SessionAnswer> StartAsync(HttpContext context, PersonFacts person)
    {
        var principal = SessionCookie.PrincipalOf(person, Guid.NewGuid().ToString("N"));
        await context.SignInAsync(SessionCookie.Scheme, principal, new AuthenticationProperties { IsPersistent = true });
        // The token is bound to whom it was made for.
        context.User = principal;
        return Of(context, person);
    }

    /// <summary>Ends the session, also for whoever kept a copy of its cookie, and with it its live connections.</summary>
    public async Task<SessionAnswer> EndAsync(HttpContext context)
    {
        if (SessionCookie.SessionOf(context.User) is { } session)
            await ended.AddAsync(session, CancellationToken.None);
        await context.SignOutAsync(SessionCookie.Scheme);
        context.User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity());
        return Of(context, null);
    }

    private SessionAnswer Of(HttpContext context, PersonFacts? person)
    {
        var csrf = antiforgery.GetAndStoreTokens(context).RequestToken ?? throw new InvalidOperationException("No request token was made.");
        return new SessionAnswer(person is null ? null : SessionUser.Of(person), csrf, Enum.GetValues<Role>());
    }
}
