using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>The figures by which runs are judged and compared (指标), each a number of every run. Money is in major units.</summary>
public static class ScenarioFigures
{
    /// <summary>What stands before the names of sums over all regions.</summary>
    public const string OfAll = "all";

    private const double MinorPerMajor = 100;

    /// <summary>Those that a sum over regions means something for.</summary>
    private static readonly (string Name, Func<LabRegionResult, double> Value)[] Additive =
    [
        ("contribution", region => region.Contribution.MinorUnits / MinorPerMajor),
        ("revenue", region => region.Revenue.MinorUnits / MinorPerMajor),
        ("fieldCost", region => region.Costs.Field.MinorUnits / MinorPerMajor),
        ("casesSold", region => region.CasesSold),
        ("casesLost", region => region.CasesLost),
        ("casesDelivered", region => region.Weeks.Sum(week => week.CasesDelivered)),
        ("adopted", region => Last(region, week => week.Adopted)),
        ("calls", region => region.Weeks.Sum(week => week.Calls)),
        ("kilometres", region => region.Weeks.Sum(week => week.RepKilometres + week.VehicleKilometres)),
        ("workingCapital", region => Last(region, week => week.WorkingCapital.MinorUnits / MinorPerMajor)),
        ("trainedReps", region => Last(region, week => week.TrainedReps)),
    ];

    private static readonly (string Name, Func<LabRegionResult, double> Value)[] OfRegion =
    [
        .. Additive,
        ("numericDistribution", region => Last(region, week => week.NumericDistribution)),
        ("weightedDistribution", region => Last(region, week => week.WeightedDistribution)),
        ("share", region => Last(region, week => week.Share)),
        ("outOfStockRate", region => Mean(region, week => week.OutOfStockRate)),
        ("costPerPoint", region => region.Costs.Field.MinorUnits / MinorPerMajor / Math.Max(1, Last(region, week => week.Adopted))),
        ("lowestCash", region => region.Weeks.Count == 0 ? 0 : region.Weeks.Min(week => week.Cash.MinorUnits) / MinorPerMajor),
        // A run that never breaks even counts one week more than it has: the mean is then a lower bound, which "breaksEven" tells.
        ("breakEvenWeek", region => region.BreakEvenWeek ?? region.Weeks.Count + 1),
        ("breaksEven", region => region.BreakEvenWeek is null ? 0 : 1),
    ];

    /// <summary>Figures of each region as "east.contribution", and of all together as "all.contribution" where there are several.</summary>
    public static IReadOnlyList<string> Names(LabSetup setup) =>
    [
        .. setup.Regions.SelectMany(region => OfRegion.Select(figure => $"{region.Id}.{figure.Name}")),
        .. setup.Regions.Count > 1 ? Additive.Select(figure => $"{OfAll}.{figure.Name}") : [],
    ];

    public static double[] Of(LabResult result) =>
    [
        .. result.Regions.SelectMany(region => OfRegion.Select(figure => figure.Value(region))),
        .. result.Regions.Count > 1 ? Additive.Select(figure => result.Regions.Sum(figure.Value)) : [],
    ];

    private static double Last(LabRegionResult region, Func<LabWeek, double> value) => region.Weeks.Count == 0 ? 0 : value(region.Weeks[^1]);

    private static double Mean(LabRegionResult region, Func<LabWeek, double> value) => region.Weeks.Count == 0 ? 0 : region.Weeks.Average(value);
}
