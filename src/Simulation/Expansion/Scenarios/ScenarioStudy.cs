using Territory.Model.Problems;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Outlooks;
using Territory.Simulation.Expansion.Selection;
using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Expansion.Waves;
using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>Makes a scenario ready for planning, or lists everything that is wrong with it before anything runs.</summary>
public sealed class ScenarioStudy
{
    private const double MinorPerMajor = 100;
    private const double UnitsPerWeek = 1000;

    /// <summary>Before and after lie mistakes, and the ends of the calendar.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly DateOnly AnyMonday = new(2026, 1, 5);

    private readonly ExpansionScenario scenario;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> censuses;
    private readonly List<Problem> problems = [];

    private ScenarioStudy(ExpansionScenario scenario, IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> censuses)
    {
        this.scenario = scenario;
        this.censuses = censuses;
    }

    /// <param name="censuses">The terminals of each region by its id; a region without any has an empty block of data.</param>
    /// <param name="forecaster">Where outlooks come from; null: from the template's curves.</param>
    /// <exception cref="InvalidInputException">Something is wrong; everything is listed with its path.</exception>
    public static ExpansionStudy Of(
        ExpansionScenario scenario, IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> censuses, long seed, IRegionForecaster? forecaster = null) =>
        new ScenarioStudy(scenario, censuses).Create(seed, forecaster);

    private ExpansionStudy Create(long seed, IRegionForecaster? forecaster)
    {
        var market = Market(scenario.Template);
        problems.AddRange(TemplateFreezing.Problems(market, "$.template"));
        Check();
        ThrowIfAny();
        var template = TemplateFreezing.Freeze(market);
        if (scenario.Template.Hash is { } hash && !string.Equals(hash, template.Hash, StringComparison.OrdinalIgnoreCase))
            Refuse("template.changed", $"The template has changed since; it is {template.Hash} now. Take the new hash if that is meant.", "$.template.hash", hash);
        var regions = Studied(template);
        ThrowIfAny();
        var problem = Problem(template, regions, seed, forecaster ?? Forecaster(template, regions, seed));
        ExpansionCheck.ThrowIfAny(problem);
        return new ExpansionStudy(template, regions, problem);
    }

    private void Check()
    {
        if (scenario.Regions.Count == 0)
            Refuse("expansion.regions.none", "There is no region to open.", "$.regions", null);
        foreach (var twice in scenario.Regions.GroupBy(region => region.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Refuse("expansion.region.twice", "A region's id may be given once.", "$.regions", twice.Key);
        if (scenario.Staffing.Count == 0 || scenario.Staffing.DistinctBy(level => level.Name).Count() != scenario.Staffing.Count || scenario.Staffing.Any(level => level.Ratio is not (> 0 and <= 10)))
            Refuse("expansion.staffing", "Levels of staffing have different names and ratios above 0, at most 10.", "$.staffing", null);
        foreach (var (criterion, weight) in scenario.Selection.Weights.Where(entry => !(entry.Value is >= 0 and <= 1e6)))
            Refuse("expansion.weight", "A weight from 0 to 1e6 is expected.", $"$.selection.weights.{criterion}", FormattableString.Invariant($"{weight}"));
        if (Enum.GetValues<Criterion>().All(criterion => scenario.Selection.Weights.GetValueOrDefault(criterion, 1) == 0))
            Refuse("expansion.weights", "At least one criterion must have a weight above 0, or every score is 0.", "$.selection.weights", "0");
        if (scenario.Resources.Vehicles.AtStart > scenario.Resources.Vehicles.Most)
            Refuse("expansion.vehicles.most", "There are more vehicles at the start than there may ever be.", "$.resources.vehicles.most", $"{scenario.Resources.Vehicles.Most}");
        if (scenario.FirstWeek is { } first && first.DayOfWeek != DayOfWeek.Monday)
            Refuse("expansion.first-week", "A week begins on a Monday.", "$.firstWeek", $"{first:yyyy-MM-dd}");
        if (scenario.FirstWeek is { Year: < FirstYear or > LastYear } far)
            Refuse("expansion.first-week.year", $"A Monday of the years {FirstYear} to {LastYear} is expected.", "$.firstWeek", $"{far:yyyy-MM-dd}");
        foreach (var (index, region) in scenario.Regions.Index())
        {
            var last = region.LatestWeek ?? (scenario.Weeks - 1);
            if (region.EarliestWeek > last || last >= scenario.Weeks)
                Refuse("expansion.region.window", $"The weeks in which it may start lie within 0 to {scenario.Weeks - 1}, the earliest first.", $"$.regions[{index}].latestWeek", $"{region.EarliestWeek} to {last}");
            foreach (var place in region.Rivals.GroupBy(rival => rival.Cell, StringComparer.Ordinal).Where(place => place.Sum(rival => rival.Share) > 1 + 1e-9))
                Refuse("expansion.rivals.over", $"The rivals' shares of {place.Key ?? "the region"} together are at most 1.", $"$.regions[{index}].rivals", FormattableString.Invariant($"{place.Sum(rival => rival.Share):0.###}"));
        }
    }

    private List<StudiedRegion> Studied(MarketTemplate template)
    {
        var candidates = scenario.Regions.Select(Candidate).ToList();
        var travel = scenario.Travel is { } ways ? new TourTravel(ways.KilometersPerHour, ways.Detour) : null;
        var scores = Scorecard.Rank(candidates, template, scenario.Selection.Weights);
        var gate = scenario.Selection.Gate;
        var thresholds = new GateThresholds(gate.Condition, gate.Completeness, gate.DealerCover, gate.Score);
        var studied = new List<StudiedRegion>();
        foreach (var (index, candidate) in candidates.Index())
        {
            var fit = Transplant.Onto(template, candidate, travel);
            var region = new StudiedRegion(
                candidate, fit, scores[index], ReadinessGate.Of(candidate, fit, scores[index], thresholds), DataCompleteness.Of(candidate), CapacityEstimate.Of(candidate, template),
                Swot.Of(candidate, candidates, fit), WeakestCells.Of(candidate, template), scenario.Regions[index].Ease ?? scores[index].Score, scenario.Regions[index].StartDespiteGate);
            if (candidate.Terminals.Count == 0 && region.Excused is not null)
                Refuse("expansion.region.no-terminals", "A region without a single terminal in its census cannot be planned; give a census.", $"$.regions[{index}].census", scenario.Regions[index].Census);
            else if (scenario.Regions[index].Required && !region.MayStart)
                Refuse("expansion.required.not-ready", $"The region must be opened but is not ready ({string.Join(", ", region.Gate.Failing.Select(condition => condition.Code))}); say in startDespiteGate why it may start.", $"$.regions[{index}].required", candidate.Id);
            studied.Add(region);
        }

        if (problems.Count == 0 && !studied.Exists(region => region.MayStart))
            Refuse("expansion.none-ready", "No region is ready to start; lower the gate's thresholds or say in startDespiteGate why one may.", "$.selection.gate", null);
        return studied;
    }

    private CandidateMarket Candidate(RegionScenario region) => new()
    {
        Id = region.Id,
        Name = region.Name,
        Terminals = censuses.GetValueOrDefault(region.Id, []),
        Macro = region.Macro is { } macro ? new MacroFigures(macro.Population, macro.GdpPerHead, macro.ConsumptionGrowth, macro.NetMigration) : null,
        Consumers = region.Consumers is { } consumers ? new ConsumerFigures(consumers.CasesPerHeadAndYear, consumers.BrandAwareness) : null,
        Dealers = region.Dealers is { } dealers ? new DealerFigures(dealers.Distributors, dealers.CasesPerWeek, dealers.Vehicles) : null,
        Rivals = [.. region.Rivals.Select(rival => new RivalShare(rival.Rival, rival.Share, rival.Cell))],
        Conditions = new FiveConditions(
            region.Conditions.BrandMaturity, region.Conditions.Demand, region.Conditions.BrandInfluence, region.Conditions.CustomerCooperation, region.Conditions.Execution),
        Acceptance = region.Acceptance,
    };

    private IRegionForecaster Forecaster(MarketTemplate template, List<StudiedRegion> regions, long seed)
    {
        var given = scenario.Uncertainty;
        var uncertainty = new OutlookUncertainty(given.Speed, given.Velocity, given.Cost, given.Common);
        if (scenario.Simulator is not { } market)
            return new CurveForecaster(uncertainty, given.EffortElasticity, given.RivalResistance);
        var simulated = new SimulatedForecaster(market, uncertainty, scenario.FirstWeek ?? AnyMonday);
        foreach (var found in simulated.Problems(Request(regions.First(region => region.MayStart), template, seed)))
            Refuse(found.Code, "The simulator does not allow this.", $"$.simulator.{found.Path}", found.Parameters.GetValueOrDefault("found"));
        ThrowIfAny();
        return simulated;
    }

    private ForecastRequest Request(StudiedRegion region, MarketTemplate template, long seed) =>
        new(region.Region, region.Fit, template, scenario.Staffing, scenario.Weeks, scenario.Replications, seed);

    private ExpansionProblem Problem(MarketTemplate template, List<StudiedRegion> regions, long seed, IRegionForecaster forecaster)
    {
        var resources = scenario.Resources;
        var isMoney = scenario.Objective.Goal == ExpansionGoal.NetPresentValue;
        return new ExpansionProblem
        {
            Weeks = scenario.Weeks,
            Replications = scenario.Replications,
            Regions = [.. regions.Index().Where(entry => entry.Item.MayStart).Select(entry => Opened(entry.Item, entry.Index, template, seed, forecaster))],
            RepsByWeek = [.. Enumerable.Range(0, scenario.Weeks).Select(week => resources.TrainedReps + template.Training.FromTemplate(week))],
            VehiclesByWeek = [.. Enumerable.Range(0, scenario.Weeks).Select(week => Math.Min(resources.Vehicles.Most, resources.Vehicles.AtStart + (int)Math.Floor((resources.Vehicles.AddedPerWeek * week) + 1e-9)))],
            Cash = new CashRule(Minor(resources.Cash.Opening), Minor(resources.Cash.Limit), [Minor(resources.Cash.PerWeek)], resources.Cash.Confidence),
            ParallelLaunches = resources.ParallelLaunches,
            LaunchWeeks = resources.LaunchWeeks,
            Order = new OrderPreference(scenario.Order.Mode, scenario.Order.Penalty * (isMoney ? MinorPerMajor : UnitsPerWeek), scenario.Order.Tolerance),
            Objective = new ExpansionObjective(
                scenario.Objective.Goal, SharedMath.Pow(1 + scenario.Objective.DiscountPerYear, 1.0 / 52) - 1, scenario.Objective.ResidualWeeks, scenario.Objective.RiskWeight, scenario.Objective.RiskLevel),
        };
    }

    private ExpansionRegion Opened(StudiedRegion region, int index, MarketTemplate template, long seed, IRegionForecaster forecaster)
    {
        var asked = scenario.Regions[index];
        return new ExpansionRegion
        {
            Outlook = forecaster.Forecast(Request(region, template, seed)),
            SourcePath = $"$.regions[{index}]",
            Ease = region.Ease,
            Terminals = region.Region.Terminals.Count,
            EarliestWeek = asked.EarliestWeek,
            LatestWeek = asked.LatestWeek,
            Required = asked.Required,
            OrderOverride = asked.OrderOverride,
            Weight = asked.Weight,
        };
    }

    private static TemplateMarket Market(TemplateScenario template) => new()
    {
        Name = template.Name,
        Classes = [.. template.Classes.Select(entry => new TemplateClass(entry.Class, entry.Terminals, entry.VisitsPerCycle, entry.MinutesPerVisit))],
        Prices = new PriceLadder(new Money(Minor(template.Prices.Factory)), new Money(Minor(template.Prices.Terminal)), new Money(Minor(template.Prices.Retail))),
        CostPerCase = new Money(Minor(template.Prices.Cost)),
        Weeks =
        [
            .. template.Weeks.Select(week => new TemplateWeek(
                week.NumericDistribution, week.WeightedDistribution, week.Share, week.Cases, week.Reps, week.Vehicles,
                new Money(Minor(week.PersonnelCost)), new Money(Minor(week.VehicleCost)), new Money(Minor(week.LaunchCost)))),
        ],
        Training = new TrainingOutput(template.Training.RepsPerWeek, template.Training.DelayWeeks, template.Training.RepsPerRepAndWeek),
        TravelMinutesPerVisit = template.TravelMinutesPerVisit,
        RivalShare = template.RivalShare,
        CasesPerHeadAndYear = template.CasesPerHeadAndYear,
        SetUpCost = new Money(Minor(template.SetUpCost)),
        CreditWeeks = template.CreditWeeks,
        MinutesPerDay = template.MinutesPerDay,
    };

    private static long Minor(decimal major) => (long)decimal.Round(major * 100);

    private void Refuse(string code, string rule, string path, string? found) => problems.Add(new Problem(code, rule, Field: path, Value: found));

    private void ThrowIfAny()
    {
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }
}
