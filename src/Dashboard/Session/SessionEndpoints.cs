using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.People;

namespace Territory.Dashboard.Session;

/// <summary>Signing in and out, and joining by an invitation.</summary>
internal static class SessionEndpoints
{
    public const string SignInRateLimit = "sign-in";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/session", (HttpContext context, SessionAnswers sessions) => TypedResults.Ok(sessions.Of(context))).AllowAnonymous();
        api.MapPost("/session", SignInAsync).AllowAnonymous().RequireRateLimiting(SignInRateLimit);
        api.MapDelete("/session", async (HttpContext context, SessionAnswers sessions) => TypedResults.Ok(await sessions.EndAsync(context))).AllowAnonymous();
        api.MapPut("/session/language", SetLanguageAsync).RequireAuthorization(Policies.SignedIn);
        api.MapPost("/driver-link", FollowLinkAsync).AllowAnonymous().RequireRateLimiting(SignInRateLimit);
        api.MapPost("/invitations/accept", AcceptAsync).AllowAnonymous().RequireRateLimiting(SignInRateLimit);
    }

    private static async Task<Results<Ok<SessionAnswer>, JsonHttpResult<Refusal>>> SignInAsync(
        SignInRequest request, HttpContext context, SignInCheck signIn, SessionAnswers sessions, CancellationToken cancellationToken)
    {
        var (person, lockedOut) = await signIn.CheckAsync(request.Email, request.Password, cancellationToken);
        if (lockedOut)
            return Refusal.Of(StatusCodes.Status423Locked, "session.locked-out");
        return person is null
            ? Refusal.Of(StatusCodes.Status401Unauthorized, "session.rejected")
            : TypedResults.Ok(await sessions.StartAsync(context, person));
    }

    private static async Task<Results<Ok<SessionAnswer>, BadRequest<RequestProblems>, NotFound<Refusal>>> AcceptAsync(
        AcceptInvitationRequest request, HttpContext context, Joining joining, SessionAnswers sessions, CancellationToken cancellationToken)
    {
        var joined = await joining.AcceptAsync(request, cancellationToken);
        if (joined.Problems.Count > 0)
            return RequestProblems.Answer(joined.Problems);
        return joined.Person is { } person
            ? TypedResults.Ok(await sessions.StartAsync(context, person))
            : Refusal.Unknown("invitation.not-valid");
    }

    private static async Task<Results<Ok<SessionAnswer>, NotFound<Refusal>>> FollowLinkAsync(
        DriverLinkRequest request, HttpContext context, DriverLinks links, SessionAnswers sessions, CancellationToken cancellationToken) =>
        await links.OpenAsync(request.Token, cancellationToken) is { } link
            ? TypedResults.Ok(await sessions.StartAsync(context, link.ToPerson()))
            : Refusal.Unknown("driver-link.not-valid");

    private static async Task<Results<Ok<SessionAnswer>, BadRequest<RequestProblems>>> SetLanguageAsync(
        LanguageRequest request, Actor actor, HttpContext context, UserManager<Person> users, PeopleDirectory people, SessionAnswers sessions,
        CancellationToken cancellationToken)
    {
        if (request.Language is not (Person.Chinese or Person.English))
            return RequestProblems.Answer(new RequestProblem("person.language", "The language is \"zh\" or \"en\".", "language", request.Language));
        var person = await users.FindByIdAsync(actor.Person.Id);
        if (person is not null)
        {
            person.Language = request.Language;
            await users.UpdateAsync(person);
            people.Forget(person.Id);
        }

        context.Features.Set(await people.FindAsync(actor.Person.Id, cancellationToken));
        return TypedResults.Ok(sessions.Of(context));
    }
}
