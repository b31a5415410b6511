using Territory.Roads.Network;

namespace Territory.Roads.Files;

/// <summary>Numbers the different schedules of a network, since many rules share few.</summary>
internal sealed class ScheduleNumbers
{
    private readonly Dictionary<WeeklySchedule, int> numbers = [];
    private readonly List<WeeklySchedule> all = [];

    public ScheduleNumbers(RoadTables tables)
    {
        foreach (var rule in tables.AccessRules)
            Add(rule.Schedule);
        foreach (var restriction in tables.Restrictions)
            Add(restriction.Schedule);
    }

    public IReadOnlyList<WeeklySchedule> All => all;

    /// <summary>-1 for none.</summary>
    public int Of(WeeklySchedule? schedule) => schedule is null ? -1 : numbers[schedule];

    private void Add(WeeklySchedule? schedule)
    {
        if (schedule is not null && numbers.TryAdd(schedule, all.Count))
            all.Add(schedule);
    }
}
