using Territory.Model.Problems;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Outlooks;
using Territory.Simulation.Expansion.Selection;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Expansion.Scenarios;

/// <summary>Makes a scenario ready for planning, or lists everything that is wrong with it before anything runs.</summary>
public sealed class ScenarioStudy
{
    /// <summary>Before and after lie mistakes, and the ends of the calendar.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private static readonly DateOnly AnyMonday = new(2026, 1, 5);

    private readonly ExpansionScenario scenario;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> censuses;
    private readonly IReadOnlyDictionary<string, IVisitTravel> roads;
    private readonly List<Problem> problems = [];

    private ScenarioStudy(
        ExpansionScenario scenario, IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> censuses, IReadOnlyDictionary<string, IVisitTravel>? roads) =>
        (this.scenario, this.censuses, this.roads) = (scenario, censuses, roads ?? new Dictionary<string, IVisitTravel>());

    /// <param name="censuses">The terminals of each region by its id; a region without any has an empty block of data.</param>
    /// <param name="roads">Ways between calls of the regions that have roads of their own.</param>
    /// <exception cref="InvalidInputException">Something is wrong; everything is listed with its path.</exception>
    public static ExpansionStudy Of(
        ExpansionScenario scenario, IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> censuses, long seed, IReadOnlyDictionary<string, IVisitTravel>? roads = null) =>
        Prepare(scenario, censuses, seed, roads).Draw();

    /// <summary>The same without the outlooks, which are drawn when they are asked for.</summary>
    /// <param name="threads">Simulated days of outlooks at once; null: as many as there are cores. It never changes a result.</param>
    /// <exception cref="InvalidInputException">Something is wrong; everything is listed with its path.</exception>
    public static PreparedExpansion Prepare(
        ExpansionScenario scenario, IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> censuses, long seed, IReadOnlyDictionary<string, IVisitTravel>? roads = null,
        int? threads = null)
    {
        var study = new ScenarioStudy(scenario, censuses, roads);
        var selection = study.Selection();
        study.CheckStarts(selection);
        study.ThrowIfAny();
        var forecaster = study.Forecaster(threads ?? Environment.ProcessorCount);
        var prepared = new PreparedExpansion(scenario, selection, forecaster, seed);
        study.Check(forecaster, prepared);
        study.ThrowIfAny();
        return prepared;
    }

    /// <summary>Market selection alone; it may be that no region is ready.</summary>
    /// <exception cref="InvalidInputException">Something is wrong; everything is listed with its path.</exception>
    public static MarketSelection Select(
        ExpansionScenario scenario, IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> censuses, IReadOnlyDictionary<string, IVisitTravel>? roads = null) =>
        new ScenarioStudy(scenario, censuses, roads).Selection();

    private MarketSelection Selection()
    {
        var market = Market(scenario.Template);
        problems.AddRange(TemplateFreezing.Problems(market, "$.template"));
        Check();
        ThrowIfAny();
        var template = TemplateFreezing.Freeze(market);
        if (scenario.Template.Hash is { } hash && !string.Equals(hash, template.Hash, StringComparison.OrdinalIgnoreCase))
            Refuse("template.changed", $"The template has changed since; it is {template.Hash} now. Take the new hash if that is meant.", "$.template.hash", hash);
        ThrowIfAny();
        return new MarketSelection(template, Studied(template));
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
        var tours = scenario.Travel is { } ways ? new TourTravel(ways.KilometersPerHour, ways.Detour) : null;
        var scores = Scorecard.Rank(candidates, template, scenario.Selection.Weights);
        var gate = scenario.Selection.Gate;
        var thresholds = new GateThresholds(gate.Condition, gate.Completeness, gate.DealerCover, gate.Score);
        var studied = new List<StudiedRegion>();
        foreach (var (index, candidate) in candidates.Index())
        {
            var fit = Transplant.Onto(template, candidate, roads.GetValueOrDefault(candidate.Id) ?? tours);
            studied.Add(new StudiedRegion(
                candidate, fit, scores[index], ReadinessGate.Of(candidate, fit, scores[index], thresholds), DataCompleteness.Of(candidate), CapacityEstimate.Of(candidate, template),
                Swot.Of(candidate, candidates, fit), WeakestCells.Of(candidate, template), scenario.Regions[index].Ease ?? scores[index].Score, scenario.Regions[index].StartDespiteGate));
        }

        return studied;
    }

    private void CheckStarts(MarketSelection selection)
    {
        foreach (var (index, region) in selection.Regions.Index())
        {
            if (region.Region.Terminals.Count == 0 && region.Excused is not null)
                Refuse("expansion.region.no-terminals", "A region without a single terminal in its census cannot be planned; give a census.", $"$.regions[{index}].census", scenario.Regions[index].Census);
            else if (scenario.Regions[index].Required && !region.MayStart)
                Refuse("expansion.required.not-ready", $"The region must be opened but is not ready ({string.Join(", ", region.Gate.Failing.Select(condition => condition.Code))}); say in startDespiteGate why it may start.", $"$.regions[{index}].required", region.Region.Id);
        }

        if (problems.Count == 0 && !selection.Regions.Any(region => region.MayStart))
            Refuse("expansion.none-ready", "No region is ready to start; lower the gate's thresholds or say in startDespiteGate why one may.", "$.selection.gate", null);
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

    private IRegionForecaster Forecaster(int threads)
    {
        var given = scenario.Uncertainty;
        var uncertainty = new OutlookUncertainty(given.Speed, given.Velocity, given.Cost, given.Common);
        return scenario.Simulator is { } market
            ? new SimulatedForecaster(market, uncertainty, scenario.FirstWeek ?? AnyMonday) { Threads = threads }
            : new CurveForecaster(uncertainty, given.EffortElasticity, given.RivalResistance);
    }

    private void Check(IRegionForecaster forecaster, PreparedExpansion prepared)
    {
        if (forecaster is not SimulatedForecaster simulated)
            return;
        foreach (var found in simulated.Problems(prepared.Request(prepared.Selection.Regions.First(region => region.MayStart))))
            Refuse(found.Code, "The simulator does not allow this.", $"$.simulator.{found.Path}", found.Parameters.GetValueOrDefault("found"));
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
