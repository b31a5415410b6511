using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Setup;

/// <summary>What came of a region.</summary>
public sealed record LabRegionResult
{
    public required string Region { get; init; }

    public required IReadOnlyList<LabWeek> Weeks { get; init; }

    /// <summary>Every movement of cases and cash of every day.</summary>
    public required IReadOnlyList<LabDayBook> Books { get; init; }

    /// <summary>A digest of the region's state on the last evening.</summary>
    public required ulong StateHash { get; init; }

    public LabCosts Costs => Weeks.Aggregate(new LabCosts(), (sum, week) => sum + week.Costs);

    public Money Revenue => new(Weeks.Sum(week => week.Revenue.MinorUnits));

    public Money Contribution => Revenue - Costs.Total;

    public double CasesSold => Weeks.Sum(week => week.CasesSold);

    public double CasesLost => Weeks.Sum(week => week.CasesLost);

    /// <summary>Field costs over the terminals won: what a distribution point costs (单点铺货成本); null without any.</summary>
    public Money? CostPerDistributionPoint =>
        Weeks.Count > 0 && Weeks[^1].Adopted > 0 ? new Money(Costs.Field.MinorUnits / Weeks[^1].Adopted) : null;

    /// <summary>The first week from which on the sum of contributions never falls below 0 again (盈亏平衡周); null if there is none.</summary>
    public int? BreakEvenWeek
    {
        get
        {
            int? found = null;
            long sum = 0;
            foreach (var week in Weeks)
            {
                sum += week.Contribution.MinorUnits;
                found = sum < 0 ? null : found ?? week.Number;
            }

            return found;
        }
    }
}
