using Territory.Simulation.Expansion.Outlooks;
using Territory.Simulation.Expansion.Waves;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Expansion.Waves;

/// <summary>Small problems drawn so that every limit binds in some: few reps who train others, tight cash, investments that pay late.</summary>
internal static class RandomExpansions
{
    public static ExpansionProblem Draw(int seed, int regions = 4, int weeks = 6, int levels = 2, int replications = 4)
    {
        var draw = Territory.Simulation.Randomness.Draw.Of(seed, DrawPurpose.KnownAnswer, EntityKey.Of("expansion"));
        var candidates = new List<ExpansionRegion>();
        for (var region = 0; region < regions; region++)
        {
            candidates.Add(new ExpansionRegion
            {
                Outlook = new RegionOutlook($"R{region}", weeks, replications, [.. Enumerable.Range(0, levels).Select(level => Level(level, weeks, replications, ref draw))]),
                Ease = draw.NextInteger(101),
                Terminals = 100,
                EarliestWeek = draw.NextInteger(4) == 0 ? 1 : 0,
                LatestWeek = draw.NextInteger(5) == 0 ? weeks - 2 : null,
                Weight = 1 + draw.NextInteger(3),
            });
        }

        var reps = 2 + draw.NextInteger(4);
        return new ExpansionProblem
        {
            Weeks = weeks,
            Replications = replications,
            Regions = candidates,
            RepsByWeek = [.. Enumerable.Range(0, weeks).Select(week => reps + (week / 2))],
            VehiclesByWeek = [.. Enumerable.Repeat(2 + draw.NextInteger(5), weeks)],
            Cash = new CashRule(20_00 + (draw.NextInteger(8) * 10_00), 0, [draw.NextInteger(3) * 2_00], draw.NextInteger(2) == 0 ? 1 : 0.7),
            ParallelLaunches = 1 + draw.NextInteger(3),
            LaunchWeeks = 1 + draw.NextInteger(2),
            Order = draw.NextInteger(3) switch { 0 => OrderPreference.Free, 1 => new OrderPreference(OrderMode.Strict, Tolerance: 5), _ => new OrderPreference(OrderMode.Penalty, 50_00) },
            Objective = new ExpansionObjective(
                draw.NextInteger(3) == 0 ? ExpansionGoal.WeeksToLeadership : ExpansionGoal.NetPresentValue, 0.01, 0, draw.NextInteger(2) * 0.4, 0.6),
        };
    }

    private static StaffingOutlook Level(int level, int weeks, int replications, ref Draw draw)
    {
        var reps = 1 + level + draw.NextInteger(3);
        var invested = 5_00 + (draw.NextInteger(30) * 1_00);
        var earned = (2_00 + (draw.NextInteger(14) * 1_00)) * (level + 2) / 2;
        var cash = new long[replications * weeks];
        var leadership = new int[replications];
        for (var replication = 0; replication < replications; replication++)
        {
            var factor = 70 + draw.NextInteger(61);
            for (var age = 0; age < weeks; age++)
                cash[(replication * weeks) + age] = age == 0 ? -invested : age == 1 ? -invested / 4 : earned * factor / 100;
            leadership[replication] = draw.NextInteger(6) == 0 ? StaffingOutlook.Never : 1 + draw.NextInteger(weeks);
        }

        return new StaffingOutlook
        {
            Level = $"L{level}",
            Reps = reps,
            Vehicles = draw.NextInteger(3),
            TrainedByAge = [.. Enumerable.Range(0, weeks).Select(age => Math.Max(0, age - 1) * (reps + 1) / 2)],
            NetCashMinorUnits = cash,
            LeadershipAges = leadership,
        };
    }
}
