using Territory.Dashboard.People;
using Territory.Model.Ids;

namespace Territory.Dashboard.Session;

/// <summary>Who is signed in, and the token that requests which change something must carry.</summary>
public sealed record SessionAnswer(SessionUser? User, string Csrf, IReadOnlyList<Role> Roles);

public sealed record SessionUser(
    string Id,
    string Name,
    string Email,
    Role Role,
    RegionId? Region,
    DistributorId? Distributor,
    RepId? Rep,
    VehicleId? Vehicle,
    string? Language)
{
    public static SessionUser Of(PersonFacts person) =>
        new(person.Id, person.Name, person.Email, person.Role, person.Region, person.Distributor, person.Rep, person.Vehicle, person.Language);
}
