using Territory.Contracts.Following;
using Territory.Journal.Sql;
using Territory.Model.Deliveries;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Optimizer.Following;
using Territory.ReadModel.Following;

namespace Territory.Grains.Following;

/// <summary>What the recorded deliveries of a distributor teach of the time at its outlets; recomputed from the record each time.</summary>
internal static class ServiceHistory
{
    /// <summary>Shops change: what is older than eight weeks says little.</summary>
    private const int Days = 56;

    public static IReadOnlyList<LearnedService> Learn(IQueryConnection connection, DistributorFile distributor, DateOnly before) =>
        ServiceLearning.From(Read(connection, distributor, before));

    public static ServiceLessons Lessons(IQueryConnection connection, Region region, DistributorFile distributor, DateOnly before, bool hasLearnedSpeeds)
    {
        var observations = Read(connection, distributor, before);
        var learned = ServiceLearning.From(observations);
        var byTerminal = learned.ToDictionary(service => service.Terminal);
        return new ServiceLessons(
            learned, observations.Count,
            Error(observations, observation => observation.Rule),
            Error(observations, Next),
            [.. observations.GroupBy(observation => observation.Terminal).OrderBy(outlet => outlet.Key.Value, StringComparer.Ordinal).Select(outlet => new OutletLesson(
                outlet.Key, outlet.Count(), Mean(outlet, observation => observation.Rule), Mean(outlet, observation => observation.Taken), Mean(outlet, Next), byTerminal.ContainsKey(outlet.Key)))],
            HourLessons.Of(StopHistory.Read(connection, region, distributor.Id, before.AddDays(-Days), before)),
            hasLearnedSpeeds,
            CutOffQueries.HasMarket(connection, region.Id));

        Duration Next(ServiceObservation observation) => byTerminal.TryGetValue(observation.Terminal, out var known) ? known.Of(observation.Rule) : observation.Rule;
    }

    /// <summary>Deliveries with goods handed over, by outlet and in order of time. Service begins when the vehicle is there and the window is open.</summary>
    private static List<ServiceObservation> Read(IQueryConnection connection, DistributorFile distributor, DateOnly before)
    {
        var observations = new List<ServiceObservation>();
        using var rows = connection.Query(
            """
            SELECT terminal, completed_at - max(arrived_at, coalesce(window_start, arrived_at)), cases FROM deliveries
            WHERE region = ?1 AND day >= ?2 AND day < ?3 AND distributor = ?4 AND cases > 0 ORDER BY terminal, arrived_at
            """,
            distributor.Region.Value, before.DayNumber - Days, before.DayNumber, distributor.Id.Value);
        while (rows.Read())
        {
            var seconds = rows.GetInt64(1) / 1000;
            if (seconds is <= 0 or > 24 * 3600)
                continue;
            var rule = distributor.UnloadingTimePerStop.Seconds + ((long)distributor.UnloadingTimePerCase.Seconds * rows.GetInt32(2));
            observations.Add(new ServiceObservation(new TerminalId(rows.GetString(0)), new Duration((int)seconds), new Duration((int)Math.Min(rule, int.MaxValue))));
        }

        return observations;
    }

    private static Duration Mean(IEnumerable<ServiceObservation> observations, Func<ServiceObservation, Duration> time) =>
        new((int)Math.Round(observations.Average(observation => time(observation).Seconds)));

    private static int? Error(List<ServiceObservation> observations, Func<ServiceObservation, Duration> expected) =>
        observations.Count == 0 ? null : (int)Math.Round(1_000 * observations.Average(observation => Math.Abs(expected(observation).Seconds - observation.Taken.Seconds) / (double)observation.Taken.Seconds));
}
