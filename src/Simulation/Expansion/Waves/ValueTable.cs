namespace Territory.Simulation.Expansion.Waves;

/// <summary>What each start is worth in each replication: a region, a level and a week give a row of replications, in whole units so that sums do not depend on order.</summary>
/// <remarks>Units: minor units of money, or thousandths of a week (negative: weeks are lost).</remarks>
internal sealed class ValueTable
{
    public const double UnitsPerWeek = 1000;
    private const int ResidualBase = 4;

    private readonly int weeks;
    private readonly long[][] values;

    public ValueTable(ExpansionProblem problem)
    {
        weeks = problem.Weeks;
        Replications = problem.Replications;
        NotOpened = new long[problem.Regions.Count];
        var rows = new List<long[]>();
        FirstRow = new int[problem.Regions.Count];
        for (var region = 0; region < problem.Regions.Count; region++)
        {
            FirstRow[region] = rows.Count;
            if (problem.Objective.Goal == ExpansionGoal.WeeksToLeadership)
                NotOpened[region] = WeeksLost(problem.Regions[region], weeks);
            foreach (var level in problem.Regions[region].Outlook.Levels)
                rows.Add(problem.Objective.Goal == ExpansionGoal.NetPresentValue ? PresentValues(problem, level) : Leadership(problem.Regions[region], level));
        }

        values = [.. rows];
    }

    public int Replications { get; }

    /// <summary>The value of a region that is not opened.</summary>
    public long[] NotOpened { get; }

    private int[] FirstRow { get; }

    public ReadOnlySpan<long> Of(int region, int level, int start) => values[FirstRow[region] + level].AsSpan(start * Replications, Replications);

    public double Mean(int region, int level, int start, ReadOnlySpan<double> weights)
    {
        var row = Of(region, level, start);
        var sum = 0.0;
        for (var replication = 0; replication < row.Length; replication++)
            sum += row[replication] * weights[replication];
        return sum;
    }

    private static long WeeksLost(ExpansionRegion region, double lost) => -(long)Math.Round(lost * region.Weight * UnitsPerWeek);

    private long[] PresentValues(ExpansionProblem problem, Outlooks.StaffingOutlook level)
    {
        var table = new long[weeks * Replications];
        var discount = new double[weeks + problem.Objective.ResidualWeeks + 1];
        discount[0] = 1;
        for (var week = 1; week < discount.Length; week++)
            discount[week] = discount[week - 1] / (1 + problem.Objective.DiscountPerWeek);
        var residual = 0.0;
        for (var week = 0; week < problem.Objective.ResidualWeeks; week++)
            residual += discount[weeks + week];
        for (var replication = 0; replication < Replications; replication++)
        {
            var cash = level.NetCashOf(replication, weeks);
            var toDate = 0.0;
            for (var age = 0; age < weeks; age++)
            {
                toDate += cash[age] * discount[age];
                var lasting = 0.0;
                for (var back = 0; back < ResidualBase && back <= age; back++)
                    lasting += cash[age - back];
                var start = weeks - 1 - age;
                table[(start * Replications) + replication] = (long)Math.Round((toDate * discount[start]) + (residual * lasting / Math.Min(ResidualBase, age + 1)));
            }
        }

        return table;
    }

    private long[] Leadership(ExpansionRegion region, Outlooks.StaffingOutlook level)
    {
        var table = new long[weeks * Replications];
        for (var start = 0; start < weeks; start++)
        {
            for (var replication = 0; replication < Replications; replication++)
                table[(start * Replications) + replication] = WeeksLost(region, Math.Min((long)start + level.LeadershipAge(replication), weeks));
        }

        return table;
    }
}
