using Territory.Model.Calendar;
using Territory.Model.Following;
using Territory.Model.Plans;
using Territory.Model.Quantities;

namespace Territory.Optimizer.Following;

/// <summary>Forecasts the rest of a day's deliveries from what has happened so far (预计到达时间).</summary>
/// <remarks>
/// Algorithm: each vehicle's open stops are walked in the order of the plan from its last event: it drives for as long as the roads take at that hour, waits for the stop's planned window or,
/// where that has gone by, for the next one of the day, and is served for as long as planned. A position later than that event takes the place of the start of its leg. Nothing that has not
/// happened is expected before now, and a trip leaves no earlier than planned. Each step is a function of the time before that never falls (first in, first out), so a delay never
/// brings a stop forward. Complexity: O(stops). Source: Ichoua, Gendreau and Potvin, Vehicle dispatching with time-dependent travel times (2003), for the first-in-first-out roads.
/// </remarks>
public static class DayForecast
{
    /// <summary>One forecast for each route of the plan, in its order.</summary>
    public static IReadOnlyList<RouteForecast> Of(FollowedDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return [.. day.Plan.Routes.Select(route => new RouteFollowing(day, route).Forecast())];
    }

    /// <summary>Stops that will be late or have been, and are not made yet, the latest first.</summary>
    public static IReadOnlyList<(RouteForecast Route, StopForecast Stop)> LateRisks(IEnumerable<RouteForecast> routes) =>
    [
        .. routes.SelectMany(route => route.Stops.Select(stop => (Route: route, Stop: stop)))
            .Where(pair => pair.Stop.State is StopState.Open or StopState.There && pair.Stop.Late > Duration.Zero)
            .OrderByDescending(pair => pair.Stop.Late.Seconds)
            .ThenBy(pair => pair.Route.Vehicle.Value, StringComparer.Ordinal)
            .ThenBy(pair => pair.Stop.Arrival.Seconds),
    ];

    /// <summary>When service starts at a stop that is reached at a time: in its planned window, or the next that can still be met, or at once where there is none.</summary>
    internal static TimeOfDay ServiceStart(DeliveryStop stop, IReadOnlyList<TimeWindow> windows, TimeOfDay arrival)
    {
        if (arrival <= stop.Window.End)
            return arrival > stop.Window.Start ? arrival : stop.Window.Start;
        foreach (var window in windows)
        {
            if (arrival <= window.End)
                return arrival > window.Start ? arrival : window.Start;
        }

        return arrival;
    }

    internal static TimeOfDay Due(DeliveryStop stop, IReadOnlyList<TimeWindow> windows)
    {
        var due = stop.Window.End;
        foreach (var window in windows)
        {
            if (window.End > due)
                due = window.End;
        }

        return due;
    }
}
