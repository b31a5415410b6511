using Microsoft.AspNetCore.Identity;

namespace Territory.Dashboard.People;

/// <summary>Checks an address and password, counting failures towards the lockout.</summary>
public sealed class SignInCheck(UserManager<Person> users, IPasswordHasher<Person> hasher, SignInGates gates)
{
    private static readonly Person Nobody = new() { Id = "nobody" };
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Person>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>The person when the password is right and they may sign in. A wrong address takes as long as a wrong password.</summary>
    public async Task<(PersonFacts? Person, bool LockedOut)> CheckAsync(string email, string password, CancellationToken cancellationToken)
    {
        using var entry = await gates.EnterAsync(users.NormalizeEmail(email) ?? email, cancellationToken);
        var person = await users.FindByEmailAsync(email);
        if (person?.PasswordHash is null)
        {
            hasher.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return (null, false);
        }

        if (await users.IsLockedOutAsync(person))
            return (null, true);
        if (!await users.CheckPasswordAsync(person, password))
        {
            await users.AccessFailedAsync(person);
            return (null, await users.IsLockedOutAsync(person));
        }

        if (person.Disabled)
            return (null, false);
        await users.ResetAccessFailedCountAsync(person);
        return (PersonFacts.Of(person), false);
    }
}
