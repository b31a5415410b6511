using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios.Runs;

/// <summary>What is drawn week by week with a band. Money is in major units.</summary>
public static class WeekMeasures
{
    private const double MinorPerMajor = 100;

    public static IReadOnlyList<(string Name, Func<LabWeek, double> Value)> All { get; } =
    [
        ("numericDistribution", week => week.NumericDistribution),
        ("weightedDistribution", week => week.WeightedDistribution),
        ("share", week => week.Share),
        ("adopted", week => week.Adopted),
        ("delisted", week => week.Delisted),
        ("calls", week => week.Calls),
        ("casesSold", week => week.CasesSold),
        ("casesLost", week => week.CasesLost),
        ("casesDelivered", week => week.CasesDelivered),
        ("outOfStockRate", week => week.OutOfStockRate),
        ("contribution", week => week.Contribution.MinorUnits / MinorPerMajor),
        ("cash", week => week.Cash.MinorUnits / MinorPerMajor),
        ("workingCapital", week => week.WorkingCapital.MinorUnits / MinorPerMajor),
        ("trainedReps", week => week.TrainedReps),
        ("dropsWaiting", week => week.DropsWaiting),
    ];
}
