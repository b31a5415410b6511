using Territory.Dashboard.Access;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.People;

/// <summary>What a request needs to know of the person behind it.</summary>
public sealed record PersonFacts(
    string Id,
    string Name,
    string Email,
    Role Role,
    RegionId? Region,
    DistributorId? Distributor,
    RepId? Rep,
    VehicleId? Vehicle,
    string? Language,
    bool Disabled,
    bool Joined,
    string Stamp)
{
    public UserId User => new(Id);

    /// <summary>The only day that this person may see and act on; null: every day that the role allows.</summary>
    public DateOnly? Day { get; init; }

    public static PersonFacts Of(Person person) => new(
        person.Id,
        person.DisplayName,
        person.Email ?? "",
        person.Role,
        person.Region is { } region ? new RegionId(region) : null,
        person.Distributor is { } distributor ? new DistributorId(distributor) : null,
        person.Rep is { } rep ? new RepId(rep) : null,
        person.Vehicle is { } vehicle ? new VehicleId(vehicle) : null,
        person.Language,
        person.Disabled,
        person.PasswordHash is not null,
        person.SecurityStamp ?? "");

    /// <summary>What this person may read of a region; null when nothing, which a caller answers like a region that does not exist.</summary>
    /// <param name="driverDays">From <see cref="DriverDays"/>: a driver without them sees nothing.</param>
    /// <remarks>The one place where a person's role and scope become what queries and live frames filter by. Whatever is not granted here is denied.</remarks>
    public ReadScope? ScopeOf(RegionId region, DayRange? driverDays)
    {
        if (Disabled || (Region is { } own && own != region))
            return null;
        return Role switch
        {
            Role.Administrator or Role.Planner => ReadScope.WholeRegion(region),
            Role.Dispatcher or Role.Supervisor when Region is not null && Distributor is { } distributor => ReadScope.OfDistributor(region, distributor),
            Role.Rep when Region is not null && Rep is { } rep => ReadScope.OfRep(region, rep),
            Role.Driver when Region is not null && Vehicle is { } vehicle && driverDays is { } days => ReadScope.OfVehicle(region, vehicle, days),
            _ => null,
        };
    }
}
