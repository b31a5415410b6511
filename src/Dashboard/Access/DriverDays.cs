using Territory.Dashboard.Clock;
using Territory.Dashboard.People;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Access;

/// <summary>The days whose published trips a driver may look into: the region's today and the next working day.</summary>
public sealed class DriverDays(RegionClocks clocks)
{
    /// <summary>Null for everyone whose scope does not hang on the day.</summary>
    public async ValueTask<DayRange?> OfAsync(PersonFacts person, CancellationToken cancellationToken) =>
        person is { Role: Role.Driver, Region: { } region } && await clocks.FindAsync(region, cancellationToken) is { } time ? Of(person, time) : null;

    /// <summary>The days of a driver; one who came by a link has that link's day only.</summary>
    public static DayRange Of(PersonFacts person, RegionTime time) => person.Day is { } day ? new DayRange(day, day) : Of(time);

    public static DayRange Of(RegionTime time) => new(time.Today, time.NextWorkingDay);
}
