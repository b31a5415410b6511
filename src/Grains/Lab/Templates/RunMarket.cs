using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Lab.Statistics;

namespace Territory.Grains.Lab.Templates;

/// <summary>A region of a run as a market to be frozen: the means of its weeks over some replications.</summary>
/// <remarks>
/// A case is one of all products by their weights. Reps that practice has trained by the end count as trained evenly over the weeks, and a copy
/// begins to train when the region itself had its first trained rep.
/// </remarks>
internal static class RunMarket
{
    /// <summary>Enough for a mean; the band of the curve comes from all replications of the run.</summary>
    private const int MostReplications = 10;

    /// <summary>A template's distribution stays below 1, so that there is something left to be won.</summary>
    private const double MostDistribution = 0.9999;

    private const double MostRivalShare = 0.99;

    /// <param name="finished">The run's replications.</param>
    public static TemplateMarket Of(string name, LabSetup setup, int region, ReplicationResult finished, CancellationToken cancellationToken)
    {
        var weeks = finished.Finished.Take(MostReplications).SelectMany(replication => Runs(setup, region, replication.Seed, finished.Plan.Antithetic, cancellationToken)).ToList();
        var means = Enumerable.Range(0, weeks[0].Count).Select(week => weeks.ConvertAll(run => run[week])).ToList();
        var market = setup.Regions[region];
        var reps = means.ConvertAll(week => week.Average(run => run.Reps));
        var trained = means.ConvertAll(week => week.Average(run => run.TrainedReps));
        var calls = weeks.Sum(run => run.Sum(week => (double)week.Calls));
        return new TemplateMarket
        {
            Name = name,
            Classes = Classes(market),
            Prices = new PriceLadder(
                PerCase(setup, product => product.FactoryPerCase.MinorUnits), PerCase(setup, product => product.ChannelPerCase.MinorUnits),
                PerCase(setup, product => (double)product.RetailPerUnit.MinorUnits * product.UnitsPerCase)),
            CostPerCase = PerCase(setup, product => product.CostPerCase.MinorUnits),
            Weeks = [.. means.Select(week => Mean(week, market.Fleet.Vehicles))],
            Training = new TrainingOutput(
                trained[^1] / means.Count, trained.FindIndex(count => count >= 0.5) is >= 0 and var first ? first : means.Count,
                reps[^1] > 0 ? Math.Min(10, trained[^1] / reps[^1] / means.Count) : 0),
            TravelMinutesPerVisit = calls > 0 ? weeks.Sum(run => run.Sum(week => week.RepTravelMinutes)) / calls : 0,
            RivalShare = Math.Min(MostRivalShare, (1 - means[0].Average(run => run.Share)) / Math.Max(1, market.Rivals.BrandsPerTerminal)),
            CreditWeeks = (market.Distributor.FactoryCreditDays + 6) / 7,
            MinutesPerDay = (int)Math.Round(market.FieldForce.MinutesPerDay),
        };
    }

    private static IEnumerable<IReadOnlyList<LabWeek>> Runs(LabSetup setup, int region, ulong seed, bool antithetic, CancellationToken cancellationToken)
    {
        yield return LabSimulator.Run(setup, new LabRunOptions(seed, Antithetic: false, CancellationToken: cancellationToken)).Regions[region].Weeks;
        if (antithetic)
            yield return LabSimulator.Run(setup, new LabRunOptions(seed, Antithetic: true, CancellationToken: cancellationToken)).Regions[region].Weeks;
    }

    private static List<TemplateClass> Classes(LabRegion region) =>
    [
        .. Enum.GetValues<TerminalClass>().Order()
            .Select(@class => new TemplateClass(
                @class, region.Terminals.Classes.Count(one => one == @class), VisitsPerCycle(region.FieldForce.DaysBetweenCalls[(int)@class]), region.FieldCosts.CallMinutes))
            .Where(@class => @class.Terminals > 0),
    ];

    private static int VisitsPerCycle(int daysBetweenCalls) => daysBetweenCalls > 0 ? (int)Math.Round((double)ClassPolicy.CycleDays / daysBetweenCalls) : 0;

    private static TemplateWeek Mean(List<LabWeek> runs, int vehicles) => new(
        Math.Min(MostDistribution, runs.Average(week => week.NumericDistribution)),
        Math.Min(MostDistribution, runs.Average(week => week.WeightedDistribution)),
        runs.Average(week => week.Share),
        runs.Average(week => (double)week.CasesDelivered),
        (int)Math.Round(runs.Average(week => week.Reps)),
        vehicles,
        Mean(runs, week => week.Costs.Reps),
        Mean(runs, week => week.Costs.Vehicles),
        Mean(runs, week => week.Costs.Promotions));

    private static Money Mean(List<LabWeek> runs, Func<LabWeek, Money> cost) => new((long)Math.Round(runs.Average(week => (double)cost(week).MinorUnits)));

    private static Money PerCase(LabSetup setup, Func<LabProduct, double> minorUnits)
    {
        var weight = setup.Products.Sum(product => product.Weight);
        return new Money((long)Math.Round(setup.Products.Sum(product => product.Weight * minorUnits(product)) / weight));
    }
}
