using Territory.Contracts.Following;
using Territory.Model.Quantities;
using Territory.ReadModel.Following;

namespace Territory.Grains.Following;

/// <summary>What made stops say of each hour of the day: how long ways and stops took, and how long they were planned.</summary>
internal static class HourLessons
{
    private const int SecondsAnHour = 3_600;

    public static IReadOnlyList<HourLesson> Of(IEnumerable<StopMade> stops) =>
        [.. stops.GroupBy(stop => stop.Arrival.Seconds / SecondsAnHour).OrderBy(hour => hour.Key).Select(Lesson)];

    private static HourLesson Lesson(IGrouping<int, StopMade> hour)
    {
        var services = hour.Where(stop => stop.Service is { Seconds: > 0 }).ToList();
        var legs = hour.Where(stop => stop.Travel is { Seconds: > 0 }).ToList();
        return new HourLesson(
            hour.Key,
            services.Count, Mean(services, stop => stop.PlannedService), Mean(services, stop => stop.Service!.Value),
            legs.Count, Mean(legs, stop => stop.PlannedTravel), Mean(legs, stop => stop.Travel!.Value));
    }

    private static Duration Mean(List<StopMade> stops, Func<StopMade, Duration> time) => new(stops.Count == 0 ? 0 : (int)Math.Round(stops.Average(stop => time(stop).Seconds)));
}
