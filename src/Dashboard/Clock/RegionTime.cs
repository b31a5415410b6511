using Territory.Model.Calendar;
using Territory.Model.Regions;

namespace Territory.Dashboard.Clock;

/// <summary>What time it is in a region: simulated where it has a simulated market, wall time otherwise.</summary>
/// <param name="Now">With the region's offset.</param>
/// <param name="Simulated">Whether a simulated market keeps the clock.</param>
public sealed record RegionTime(Region Region, DateTimeOffset Now, double Speed, double TrueSpeed, bool Running, bool Live, bool Simulated)
{
    public DateOnly Today => Region.ToLocal(Now).Date;

    public TimeOfDay TimeOfDay => Region.ToLocal(Now).Time;

    public DateOnly NextWorkingDay => Region.Calendar.NextWorkingDay(Today);
}
