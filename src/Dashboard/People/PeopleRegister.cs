using Microsoft.AspNetCore.Identity;
using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.People;

/// <summary>Adds and changes people, and makes their links.</summary>
public sealed class PeopleRegister(UserManager<Person> users, ScopeRules scopes, Invitations invitations, PeopleDirectory people, TimeProvider time)
{
    /// <summary>The page that a link opens; the token stands behind the hash, so that it reaches no server log.</summary>
    public static string LinkOf(string baseAddress, string token) => $"{baseAddress.TrimEnd('/')}/join#{token}";

    public async Task<(PersonFacts? Person, IReadOnlyList<RequestProblem> Problems)> AddAsync(InviteRequest request, CancellationToken cancellationToken)
    {
        var person = new Person
        {
            UserName = request.Email,
            Email = request.Email,
            DisplayName = request.Name.Trim(),
            Role = request.Role,
            Region = request.Region?.Value,
            Distributor = request.Distributor?.Value,
            Rep = request.Rep?.Value,
            Vehicle = request.Vehicle?.Value,
            Language = request.Language is Person.Chinese or Person.English ? request.Language : null,
            CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        var problems = await scopes.FindProblemsAsync(person, cancellationToken);
        if (person.DisplayName.Length is 0 or > 200)
            problems.Add(new RequestProblem("person.name", "A name has 1 to 200 characters.", "name", request.Name));
        if (EmailAddress.ProblemOf(request.Email) is { } unusable)
            problems.Add(unusable);
        else if (await users.FindByEmailAsync(request.Email) is not null)
            problems.Add(new RequestProblem("person.email-taken", "Someone has this e-mail address already.", "email", request.Email));
        if (problems.Count > 0)
            return (null, problems);
        var saved = await users.CreateAsync(person);
        return saved.Succeeded ? (PersonFacts.Of(person), []) : (null, ProblemsOf(saved));
    }

    /// <summary>Changes a person; they must sign in again where it takes something from them.</summary>
    public async Task<IReadOnlyList<RequestProblem>> ChangeAsync(Person person, ChangePersonRequest request, CancellationToken cancellationToken)
    {
        if (request.Role is not null)
        {
            (person.Role, person.Region, person.Distributor, person.Rep, person.Vehicle) = (request.Role.Value, null, null, null, null);
        }

        person.Region = request.Region?.Value ?? person.Region;
        person.Distributor = request.Distributor?.Value ?? person.Distributor;
        person.Rep = request.Rep?.Value ?? person.Rep;
        person.Vehicle = request.Vehicle?.Value ?? person.Vehicle;
        person.DisplayName = request.Name?.Trim() ?? person.DisplayName;
        person.Disabled = request.Disabled ?? person.Disabled;
        // Whoever's rep or vehicle is gone meanwhile can still be renamed and disabled.
        var problems = request.ChangesScope ? await scopes.FindProblemsAsync(person, cancellationToken) : ScopeRules.ProblemsOf(person);
        if (person.DisplayName.Length is 0 or > 200)
            problems.Add(new RequestProblem("person.name", "A name has 1 to 200 characters.", "name", request.Name));
        if (problems.Count > 0)
            return problems;

        // A new stamp ends every session of the person, and with it their live connections.
        if (request.Disabled is not null || request.ChangesScope)
            person.SecurityStamp = Guid.NewGuid().ToString("N");
        var saved = await users.UpdateAsync(person);
        people.Forget(person.Id);
        return saved.Succeeded ? [] : ProblemsOf(saved);
    }

    public async Task<string> LinkAsync(string personId, string baseAddress, CancellationToken cancellationToken) =>
        LinkOf(baseAddress, await invitations.IssueAsync(personId, cancellationToken));

    private static List<RequestProblem> ProblemsOf(IdentityResult result) =>
        [.. result.Errors.Select(error => new RequestProblem($"person.{error.Code}", error.Description))];
}
