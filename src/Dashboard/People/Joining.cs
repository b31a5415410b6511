using Microsoft.AspNetCore.Identity;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Session;

namespace Territory.Dashboard.People;

/// <summary>What came of accepting an invitation: a person, problems to correct, or neither when the link does not work.</summary>
public sealed record Joined(PersonFacts? Person, IReadOnlyList<RequestProblem> Problems);

/// <summary>Turns an invitation into someone who can sign in.</summary>
public sealed class Joining(UserManager<Person> users, Invitations invitations, PeopleDirectory people, TimeProvider time)
{
    private static readonly Joined LinkDoesNotWork = new(null, []);

    public async Task<Joined> AcceptAsync(AcceptInvitationRequest request, CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(request.Token, cancellationToken) is not { } invitation)
            return LinkDoesNotWork;
        var isFirst = invitation.PersonId is null;
        var person = isFirst ? NewAdministrator(request) : await users.FindByIdAsync(invitation.PersonId!);
        // The first administrator's link is void once there is anyone; and nobody joins while disabled.
        if (person is null || person.Disabled || (isFirst && !await people.IsEmptyAsync(cancellationToken)))
            return LinkDoesNotWork;

        person.DisplayName = request.Name.Trim();
        var problems = await ProblemsOfAsync(person, request, isFirst);
        if (problems.Count > 0)
            return new Joined(null, problems);

        // Of two at once with the same link, one goes on from here.
        if (!await invitations.RedeemAsync(request.Token, cancellationToken))
            return LinkDoesNotWork;
        person.PasswordHash = users.PasswordHasher.HashPassword(person, request.Password);
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        var saved = isFirst ? await users.CreateAsync(person) : await users.UpdateAsync(person);
        if (!saved.Succeeded)
            return new Joined(null, [.. saved.Errors.Select(error => new RequestProblem($"person.{error.Code}", error.Description))]);
        people.Forget(person.Id);
        return new Joined(PersonFacts.Of(person), []);
    }

    private Person NewAdministrator(AcceptInvitationRequest request) => new()
    {
        UserName = request.Email,
        Email = request.Email,
        Role = Role.Administrator,
        CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private async Task<List<RequestProblem>> ProblemsOfAsync(Person person, AcceptInvitationRequest request, bool asksForEmail)
    {
        var problems = new List<RequestProblem>();
        if (person.DisplayName.Length is 0 or > 200)
            problems.Add(new RequestProblem("person.name", "A name has 1 to 200 characters.", "name", request.Name));
        if (asksForEmail && EmailAddress.ProblemOf(request.Email) is { } unusable)
            problems.Add(unusable);
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, person, request.Password);
            problems.AddRange(result.Errors.Select(error => new RequestProblem($"password.{error.Code}", error.Description, "password")));
        }

        return problems;
    }
}
