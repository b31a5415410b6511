using Territory.Model.Terminals;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.KnownAnswers.Adoption;

namespace Territory.Demo.Candidates;

/// <summary>An expansion scenario of invented counties and an invented template market.</summary>
/// <remarks>The template's distribution follows a Bass curve to 80 per cent of its shops within a year; its costs and prices are those of a small beverage company. No real company is meant.</remarks>
public static class CandidateScenario
{
    private const int TemplateWeeks = 52;
    private const double Ceiling = 0.8;

    private static readonly BassCurve Curve = new(0.02, 0.12);

    /// <param name="censusOf">The census file of a region, as the scenario names it.</param>
    public static ExpansionScenario Of(IReadOnlyList<CandidateMarket> regions, int weeks, Func<CandidateMarket, string> censusOf) => new()
    {
        Name = $"{regions.Count} counties",
        FirstWeek = new DateOnly(2027, 1, 4),
        Weeks = weeks,
        Template = Template(),
        Travel = new TravelScenario(),
        Resources = new ResourceScenario
        {
            TrainedReps = 14,
            Vehicles = new VehicleScenario { AtStart = 10, AddedPerWeek = 0.5, Most = 120 },
            Cash = new CashScenario { Opening = 900_000, Limit = 100_000, PerWeek = 4_000 },
            ParallelLaunches = 3,
            LaunchWeeks = 6,
        },
        Objective = new ObjectiveScenario { ResidualWeeks = 52, RiskWeight = 0.3 },
        Order = new OrderScenario { Penalty = 50_000 },
        Regions = [.. regions.Select(region => Region(region, censusOf(region)))],
    };

    private static TemplateScenario Template() => new()
    {
        Name = "云溪",
        Classes =
        [
            new TemplateClassScenario { Class = TerminalClass.A, Terminals = 180, VisitsPerCycle = 4, MinutesPerVisit = 25 },
            new TemplateClassScenario { Class = TerminalClass.B, Terminals = 540, VisitsPerCycle = 2, MinutesPerVisit = 18 },
            new TemplateClassScenario { Class = TerminalClass.C, Terminals = 1_080, VisitsPerCycle = 1, MinutesPerVisit = 10 },
        ],
        Prices = new PricesScenario { Factory = 36, Terminal = 42, Retail = 54, Cost = 22 },
        RivalShare = 0.3,
        CasesPerHeadAndYear = 0.85,
        SetUpCost = 60_000,
        CreditWeeks = 3,
        TravelMinutesPerVisit = 7,
        Training = new TrainingScenario { RepsPerWeek = 0.5, DelayWeeks = 16, RepsPerRepAndWeek = 0.03 },
        Weeks = [.. Enumerable.Range(0, TemplateWeeks).Select(Week)],
    };

    private static TemplateWeekScenario Week(int week)
    {
        const int terminals = 1_800;
        const double categoryPerWeek = 7_400;
        var numeric = Ceiling * Curve.AdoptedBy(week + 1);
        var won = numeric - (Ceiling * Curve.AdoptedBy(week));
        // Large shops are called on more often and come in earlier.
        var weighted = 1 - Math.Pow(1 - numeric, 1.35);
        var share = 0.31 * weighted;
        return new TemplateWeekScenario
        {
            NumericDistribution = Math.Round(numeric, 5),
            WeightedDistribution = Math.Round(weighted, 5),
            Share = Math.Round(share, 5),
            Cases = Math.Round(share * categoryPerWeek),
            Reps = 9,
            Vehicles = week < 16 ? 3 : 5,
            PersonnelCost = 9 * 1_400,
            VehicleCost = (week < 16 ? 3 : 5) * 1_200,
            LaunchCost = (decimal)Math.Round(won * terminals * 45),
        };
    }

    private static RegionScenario Region(CandidateMarket region, string census) => new()
    {
        Id = region.Id,
        Name = region.Name,
        Census = census,
        Macro = region.Macro is { } macro
            ? new MacroScenario { Population = macro.Population, GdpPerHead = macro.GdpPerHead, ConsumptionGrowth = macro.ConsumptionGrowth, NetMigration = macro.NetMigration } : null,
        Consumers = region.Consumers is { } consumers ? new ConsumerScenario { CasesPerHeadAndYear = consumers.CasesPerHeadAndYear, BrandAwareness = consumers.BrandAwareness } : null,
        Dealers = region.Dealers is { } dealers ? new DealerScenario { Distributors = dealers.Distributors, CasesPerWeek = dealers.CasesPerWeek, Vehicles = dealers.Vehicles } : null,
        Rivals = [.. region.Rivals.Select(rival => new RivalScenario { Rival = rival.Rival, Share = rival.Share, Cell = rival.Cell })],
        Conditions = new ConditionsScenario
        {
            BrandMaturity = region.Conditions.BrandMaturity,
            Demand = region.Conditions.Demand,
            BrandInfluence = region.Conditions.BrandInfluence,
            CustomerCooperation = region.Conditions.CustomerCooperation,
            Execution = region.Conditions.Execution,
        },
        Acceptance = region.Acceptance,
    };
}
