using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Selection;
using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Simulation.Expansion.Reports;

/// <summary>A plan of waves, and what the markets were chosen by, as one JSON object; money in major units.</summary>
public sealed class ExpansionReport(ExpansionScenario scenario, ExpansionStudy study, ExpansionPlan plan)
{
    private const int CellsShown = 5;

    private readonly double units = scenario.Objective.Goal == ExpansionGoal.NetPresentValue ? 100 : -1000;

    public JsonObject Create(TimeSpan elapsed) => new()
    {
        ["scenario"] = scenario.Name,
        ["goal"] = Name(scenario.Objective.Goal),
        ["objective"] = Value(plan.Objective),
        ["bound"] = Value(plan.Bound),
        ["gap"] = Math.Round(plan.Gap, 6),
        ["value"] = new JsonObject
        {
            ["mean"] = Value(plan.Value.Mean),
            ["low"] = Value(units > 0 ? plan.Value.Low : plan.Value.High),
            ["high"] = Value(units > 0 ? plan.Value.High : plan.Value.Low),
            ["cvar"] = Value(plan.Value.Worst),
            ["riskLevel"] = scenario.Objective.RiskLevel,
            ["riskWeight"] = scenario.Objective.RiskWeight,
            ["orderPenalty"] = Math.Round(plan.OrderPenalty / Math.Abs(units), 2),
        },
        ["waves"] = new JsonArray([.. plan.Starts.GroupBy(start => start.Wave).Select(wave => (JsonNode)Wave([.. wave]))]),
        ["starts"] = new JsonArray([.. plan.Starts.Select(start => (JsonNode)Start(start))]),
        ["leftOut"] = new JsonArray([.. plan.LeftOut.Select(region => (JsonNode)LeftOut(region))]),
        ["missingRequired"] = new JsonArray([.. plan.MissingRequired.Select(region => (JsonNode)region)]),
        ["alarms"] = new JsonArray([.. plan.Starts.Where(start => start.StaffingRatio < 1).Select(start => (JsonNode)new JsonObject
        {
            ["code"] = "expansion.spread-thin",
            ["region"] = start.Region,
            ["figure"] = Math.Round(start.StaffingRatio, 3),
            ["threshold"] = 1,
        })]),
        ["cashLimit"] = (double)scenario.Resources.Cash.Limit,
        ["cashKept"] = Math.Round(plan.CashKept, 4),
        ["cash"] = Bands(plan.Cash, 100, 2),
        ["coverage"] = Bands(plan.Coverage, 1, 5),
        ["freeReps"] = new JsonArray([.. plan.FreeReps.Select(count => (JsonNode)count)]),
        ["freeVehicles"] = new JsonArray([.. plan.FreeVehicles.Select(count => (JsonNode)count)]),
        ["template"] = Template(study.Template),
        ["regions"] = Regions(study.Regions),
        ["iterations"] = plan.Iterations,
        ["seed"] = plan.Seed,
        ["replications"] = scenario.Replications,
        ["seconds"] = Math.Round(elapsed.TotalSeconds, 3),
    };

    /// <summary>What the candidates were chosen by (评分卡), the best first.</summary>
    public static JsonArray Regions(IEnumerable<StudiedRegion> regions) => new([.. regions.OrderBy(region => region.Score.Rank).Select(region => (JsonNode)Region(region))]);

    public string? DateOf(int week) => scenario.FirstWeek?.AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Name<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());

    private static JsonArray Bands(IReadOnlyList<WeekBand> bands, double unit, int decimals) => new([.. bands.Select(band => (JsonNode)new JsonObject
    {
        ["week"] = band.Week,
        ["mean"] = Math.Round(band.Mean / unit, decimals),
        ["low"] = Math.Round(band.Low / unit, decimals),
        ["high"] = Math.Round(band.High / unit, decimals),
    })]);

    public static JsonObject Template(MarketTemplate template) => new()
    {
        ["name"] = template.Name,
        ["hash"] = template.Hash,
        ["terminalsPerRep"] = Math.Round(template.TerminalsPerRep, 2),
        ["terminalsPerVehicle"] = double.IsFinite(template.TerminalsPerVehicle) ? Math.Round(template.TerminalsPerVehicle, 2) : null,
        ["utilisation"] = Math.Round(template.Utilisation, 4),
        ["shareInHandlers"] = Math.Round(template.ShareInHandlers, 4),
        ["marginPerCase"] = template.MarginPerCase.MinorUnits / 100.0,
        ["costPerDistributionPoint"] = template.CostPerDistributionPoint.MinorUnits / 100.0,
        ["launchPerTerminal"] = template.LaunchPerTerminal.MinorUnits / 100.0,
        ["personnelPerRepWeek"] = template.PersonnelPerRepWeek.MinorUnits / 100.0,
    };

    private static JsonObject Region(StudiedRegion region) => new()
    {
        ["region"] = region.Region.Id,
        ["name"] = region.Region.Name,
        ["rank"] = region.Score.Rank,
        ["score"] = Math.Round(region.Score.Score, 2),
        ["weightKnown"] = Math.Round(region.Score.WeightKnown, 4),
        ["ease"] = Math.Round(region.Ease, 2),
        ["ready"] = region.Gate.IsOpen,
        ["failing"] = new JsonArray([.. region.Gate.Failing.Select(condition => (JsonNode)Failing(condition))]),
        ["startDespiteGate"] = region.Excused,
        ["emptyBlocks"] = new JsonArray([.. region.Completeness.Empty.Select(block => (JsonNode)Name(block))]),
        ["completeness"] = new JsonObject([.. region.Completeness.Blocks.Select(block => KeyValuePair.Create(Name(block.Block), (JsonNode?)Math.Round(block.Share, 4)))]),
        ["longitude"] = region.Region.Middle is { } middle ? Math.Round(middle.Longitude, 5) : null,
        ["latitude"] = region.Region.Middle is { } place ? Math.Round(place.Latitude, 5) : null,
        ["terminals"] = region.Fit.Terminals,
        ["repsNeeded"] = region.Fit.Reps,
        ["repsByRatio"] = Math.Round(region.Fit.RepsByRatio, 2),
        ["vehiclesNeeded"] = region.Fit.Vehicles,
        ["travelMinutesPerVisit"] = Math.Round(region.Fit.TravelMinutesPerVisit, 2),
        ["capacity"] = new JsonObject
        {
            ["census"] = region.Capacity.Census,
            ["equalMarket"] = region.Capacity.EqualMarket,
            ["perHead"] = region.Capacity.PerHead,
            ["middle"] = region.Capacity.Middle,
            ["spread"] = region.Capacity.Spread is { } spread ? Math.Round(spread, 3) : null,
        },
        ["criteria"] = new JsonArray([.. region.Score.Criteria.Select(criterion => (JsonNode)new JsonObject
        {
            ["criterion"] = Name(criterion.Criterion),
            ["score"] = criterion.Score is { } score ? Math.Round(score, 2) : null,
            ["weight"] = criterion.Weight,
            ["figure"] = criterion.Figure is { } figure ? Math.Round(figure, 4) : null,
            ["unit"] = criterion.Unit,
            ["formula"] = criterion.Formula,
            ["terms"] = new JsonObject([.. criterion.Terms.Select(term => KeyValuePair.Create(term.Key, (JsonNode?)Math.Round(term.Value, 4)))]),
        })]),
        ["swot"] = new JsonArray([.. region.Swot.Select(entry => (JsonNode)new JsonObject
        {
            ["kind"] = Name(entry.Kind),
            ["code"] = entry.Code,
            ["figure"] = Math.Round(entry.Figure, 4),
            ["against"] = Math.Round(entry.Against, 4),
            ["subject"] = entry.Subject,
        })]),
        ["weakestCells"] = new JsonArray([.. region.WeakestCells.Take(CellsShown).Select(cell => (JsonNode)new JsonObject
        {
            ["cell"] = cell.Cell,
            ["terminals"] = cell.Terminals,
            ["casesPerMonth"] = Math.Round(cell.CasesPerMonth, 1),
            ["rival"] = cell.Rival,
            ["rivalShare"] = Math.Round(cell.RivalShare, 4),
            ["casesWon"] = Math.Round(cell.CasesWon, 1),
            ["visitsPerMonth"] = Math.Round(cell.VisitsPerMonth, 1),
            ["gainPerVisit"] = Math.Round(cell.GainPerVisit, 2),
        })]),
    };

    private static JsonObject Failing(GateCondition condition) => new()
    {
        ["code"] = condition.Code,
        ["figure"] = condition.Figure is { } figure ? Math.Round(figure, 4) : null,
        ["threshold"] = condition.Threshold,
    };

    private double Value(double amount) => Math.Round(amount / units, 2);

    private JsonObject Wave(List<PlannedStart> starts) => new()
    {
        ["wave"] = starts[0].Wave,
        ["week"] = starts[0].Week,
        ["date"] = DateOf(starts[0].Week),
        ["regions"] = new JsonArray([.. starts.Select(start => (JsonNode)start.Region)]),
        ["reps"] = starts.Sum(start => start.Reps),
        ["vehicles"] = starts.Sum(start => start.Vehicles),
    };

    private JsonObject Start(PlannedStart start)
    {
        var region = study.Regions.First(entry => entry.Region.Id == start.Region);
        return new JsonObject
        {
            ["region"] = start.Region,
            ["name"] = region.Region.Name,
            ["wave"] = start.Wave,
            ["week"] = start.Week,
            ["date"] = DateOf(start.Week),
            ["level"] = start.Level,
            ["reps"] = start.Reps,
            ["vehicles"] = start.Vehicles,
            ["staffingRatio"] = Math.Round(start.StaffingRatio, 3),
            ["ease"] = Math.Round(region.Ease, 2),
            ["value"] = Value(start.Value),
            ["weeksToLeadership"] = start.WeeksToLeadership is { } weeks ? Math.Round(weeks, 2) : null,
            ["leadershipShare"] = Math.Round(start.LeadershipShare, 4),
            ["orderOverride"] = start.OrderOverride,
            ["startDespiteGate"] = region.Excused,
        };
    }

    private JsonObject LeftOut(LeftOutRegion region) => new()
    {
        ["region"] = region.Region,
        ["reason"] = Name(region.Reason),
        ["constraint"] = region.Constraint == WaveConstraint.None ? null : Name(region.Constraint),
        ["week"] = region.Week,
        ["bestValue"] = region.BestValue is { } worth ? Math.Round(worth / Math.Abs(units), 2) : null,
        ["blocked"] = new JsonObject([.. region.Blocked.Select(entry => KeyValuePair.Create(Name(entry.Key), (JsonNode?)entry.Value))]),
        ["failing"] = new JsonArray([.. FailingOf(region).Select(condition => (JsonNode)Failing(condition))]),
    };

    private IEnumerable<GateCondition> FailingOf(LeftOutRegion region) =>
        region.Reason == LeftOutReason.NotReady ? study.Regions.First(entry => entry.Region.Id == region.Region).Gate.Failing : [];
}
