using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Travel;

namespace Territory.Optimizer.Following;

/// <summary>All that a forecast is a function of: the plan of the day, what has happened, and the roads.</summary>
public sealed record FollowedDay
{
    public required DeliveryPlan Plan { get; init; }

    public required DayProgress Progress { get; init; }

    /// <summary>The outlets of the plan; the depot is point 0.</summary>
    public required IReadOnlyDictionary<TerminalId, FollowedStop> Stops { get; init; }

    /// <summary>The vehicles of the plan; one that is missing has no end of shift.</summary>
    public required IReadOnlyDictionary<VehicleId, FollowedVehicle> Vehicles { get; init; }

    /// <summary>When vehicles may be loaded.</summary>
    public required TimeWindow DepotHours { get; init; }

    /// <summary>Between two trips.</summary>
    public required Duration LoadingTime { get; init; }

    public required TravelMatrix Travel { get; init; }

    /// <summary>Over the same points; null: the times of <see cref="Travel"/> hold at any hour.</summary>
    public DayTravel? TravelByTime { get; init; }
}
