using Territory.Simulation.Expansion.Outlooks;
using Territory.Simulation.Expansion.Waves;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>A scenario without anything wrong with it, before the outlooks of its regions are drawn, which may take long.</summary>
public sealed class PreparedExpansion
{
    private const double MinorPerMajor = 100;
    private const double UnitsPerWeek = 1000;

    private readonly ExpansionScenario scenario;
    private readonly IRegionForecaster forecaster;
    private readonly long seed;

    /// <exception cref="Model.Problems.InvalidInputException">There is too little of something whatever the outlooks say; everything is listed.</exception>
    internal PreparedExpansion(ExpansionScenario scenario, MarketSelection selection, IRegionForecaster forecaster, long seed)
    {
        (this.scenario, Selection, this.forecaster, this.seed) = (scenario, selection, forecaster, seed);
        Starting = [.. selection.Regions.Index().Where(entry => entry.Item.MayStart).Select(entry => (entry.Item, entry.Index))];
        ExpansionCheck.ThrowIfAny(Problem(new BlankForecaster(), null, CancellationToken.None));
    }

    public MarketSelection Selection { get; }

    /// <summary>How many regions may start, each of which gets an outlook.</summary>
    public int Outlooks => Starting.Count;

    private IReadOnlyList<(StudiedRegion Region, int Index)> Starting { get; }

    /// <summary>Draws the outlooks.</summary>
    /// <param name="drawn">Told how many regions have theirs.</param>
    public ExpansionStudy Draw(IProgress<int>? drawn = null, CancellationToken cancellationToken = default)
    {
        var problem = Problem(forecaster, drawn, cancellationToken);
        ExpansionCheck.ThrowIfAny(problem);
        return new ExpansionStudy(Selection.Template, Selection.Regions, problem);
    }

    private ExpansionProblem Problem(IRegionForecaster by, IProgress<int>? drawn, CancellationToken cancellationToken)
    {
        var resources = scenario.Resources;
        var isMoney = scenario.Objective.Goal == ExpansionGoal.NetPresentValue;
        return new ExpansionProblem
        {
            Weeks = scenario.Weeks,
            Replications = scenario.Replications,
            Regions = Opened(by, drawn, cancellationToken),
            RepsByWeek = [.. Enumerable.Range(0, scenario.Weeks).Select(week => resources.TrainedReps + Selection.Template.Training.FromTemplate(week))],
            VehiclesByWeek = [.. Enumerable.Range(0, scenario.Weeks).Select(week => Math.Min(resources.Vehicles.Most, resources.Vehicles.AtStart + (int)Math.Floor((resources.Vehicles.AddedPerWeek * week) + 1e-9)))],
            Cash = new CashRule(Minor(resources.Cash.Opening), Minor(resources.Cash.Limit), [Minor(resources.Cash.PerWeek)], resources.Cash.Confidence),
            ParallelLaunches = resources.ParallelLaunches,
            LaunchWeeks = resources.LaunchWeeks,
            Order = new OrderPreference(scenario.Order.Mode, scenario.Order.Penalty * (isMoney ? MinorPerMajor : UnitsPerWeek), scenario.Order.Tolerance),
            Objective = new ExpansionObjective(
                scenario.Objective.Goal, SharedMath.Pow(1 + scenario.Objective.DiscountPerYear, 1.0 / 52) - 1, scenario.Objective.ResidualWeeks, scenario.Objective.RiskWeight, scenario.Objective.RiskLevel),
        };
    }

    private List<ExpansionRegion> Opened(IRegionForecaster by, IProgress<int>? drawn, CancellationToken cancellationToken)
    {
        var opened = new List<ExpansionRegion>(Starting.Count);
        foreach (var (region, index) in Starting)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var asked = scenario.Regions[index];
            opened.Add(new ExpansionRegion
            {
                Outlook = by.Forecast(Request(region), cancellationToken),
                SourcePath = $"$.regions[{index}]",
                Ease = region.Ease,
                Terminals = region.Region.Terminals.Count,
                EarliestWeek = asked.EarliestWeek,
                LatestWeek = asked.LatestWeek,
                Required = asked.Required,
                OrderOverride = asked.OrderOverride,
                Weight = asked.Weight,
            });
            drawn?.Report(opened.Count);
        }

        return opened;
    }

    internal ForecastRequest Request(StudiedRegion region) =>
        new(region.Region, region.Fit, Selection.Template, scenario.Staffing, scenario.Weeks, scenario.Replications, seed);

    private static long Minor(decimal major) => (long)decimal.Round(major * 100);

    /// <summary>People and vehicles without any figures, which is what can be said before a long computation.</summary>
    private sealed class BlankForecaster : IRegionForecaster
    {
        private long[] nothing = [];

        public RegionOutlook Forecast(ForecastRequest request, CancellationToken cancellationToken = default)
        {
            if (nothing.Length != request.Replications * request.Weeks)
                nothing = new long[request.Replications * request.Weeks];
            return new RegionOutlook(request.Region.Id, request.Weeks, request.Replications, [.. Team.Of(request).Select(team => new StaffingOutlook
            {
                Level = team.Level,
                Reps = team.Reps,
                Vehicles = team.Vehicles,
                StaffingRatio = team.Ratio,
                TrainedByAge = [.. Enumerable.Range(0, request.Weeks).Select(age => request.Template.Training.FromRegion(team.Reps, age))],
                NetCashMinorUnits = nothing,
            })]);
        }
    }
}
