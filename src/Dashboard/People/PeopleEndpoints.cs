using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.People;

/// <summary>The administrator's page: who there is, inviting, changing and disabling.</summary>
internal static class PeopleEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/people", ListAsync).RequireAuthorization(Policies.AdministerPeople);
        api.MapPost("/people", InviteAsync).RequireAuthorization(Policies.AdministerPeople);
        api.MapPatch("/people/{id}", ChangeAsync).RequireAuthorization(Policies.AdministerPeople);
        api.MapPost("/people/{id}/invitation", RenewAsync).RequireAuthorization(Policies.AdministerPeople);
    }

    private static async Task<Ok<IReadOnlyList<PersonAnswer>>> ListAsync(PeopleDirectory people, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<PersonAnswer>>([.. (await people.AllAsync(cancellationToken)).Select(PersonAnswer.Of)]);

    private static async Task<Results<Ok<InvitationAnswer>, BadRequest<RequestProblems>>> InviteAsync(
        InviteRequest request, HttpContext context, PeopleRegister register, CancellationToken cancellationToken)
    {
        var (person, problems) = await register.AddAsync(request, cancellationToken);
        if (person is null)
            return RequestProblems.Answer(problems);
        return TypedResults.Ok(new InvitationAnswer(PersonAnswer.Of(person), await register.LinkAsync(person.Id, AddressOf(context), cancellationToken)));
    }

    private static async Task<Results<Ok<PersonAnswer>, BadRequest<RequestProblems>, NotFound<Refusal>, Conflict<Refusal>>> ChangeAsync(
        string id, ChangePersonRequest request, Actor actor, PeopleRegister register, UserManager<Person> users, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(id) is not { } person)
            return Refusal.Unknown("person.unknown");
        // The last way in must not be closed from inside.
        if (person.Id == actor.Person.Id && (request.Disabled == true || request.ChangesScope))
            return TypedResults.Conflict(new Refusal("person.oneself"));
        var problems = await register.ChangeAsync(person, request, cancellationToken);
        return problems.Count > 0 ? RequestProblems.Answer(problems) : TypedResults.Ok(PersonAnswer.Of(PersonFacts.Of(person)));
    }

    private static async Task<Results<Ok<InvitationAnswer>, NotFound<Refusal>>> RenewAsync(
        string id, HttpContext context, PeopleRegister register, UserManager<Person> users, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(id) is not { Disabled: false } person)
            return Refusal.Unknown("person.unknown");
        var link = await register.LinkAsync(person.Id, AddressOf(context), cancellationToken);
        return TypedResults.Ok(new InvitationAnswer(PersonAnswer.Of(PersonFacts.Of(person)), link));
    }

    private static string AddressOf(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
