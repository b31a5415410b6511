using System.Text.Json.Nodes;
using Territory.Grains.Lab.Results;
using Territory.Model.Quantities;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Grains.Lab.Templates;

/// <summary>A template as the API gives it; money in major units.</summary>
internal static class TemplateText
{
    private const double MinorPerMajor = 100;

    /// <param name="market">What it was frozen from: an expansion scenario takes it as its template.</param>
    /// <param name="curves">The run's curves of the region by measure, with their bands.</param>
    public static JsonObject Of(MarketTemplate template, TemplateMarket market, IReadOnlyDictionary<string, JsonObject> curves) => new()
    {
        ["classes"] = Classes(template.Classes),
        ["terminalsPerRep"] = FigureText.Number(template.TerminalsPerRep),
        ["terminalsPerVehicle"] = FigureText.Number(template.TerminalsPerVehicle),
        ["casesPerVehicleWeek"] = FigureText.Number(template.CasesPerVehicleWeek),
        ["casesPerTerminalWeek"] = FigureText.Number(template.CasesPerTerminalWeek),
        ["utilisation"] = FigureText.Number(template.Utilisation),
        ["travelMinutesPerVisit"] = FigureText.Number(template.TravelMinutesPerVisit),
        ["minutesPerDay"] = template.MinutesPerDay,
        ["shareInHandlers"] = FigureText.Number(template.ShareInHandlers),
        ["rivalShare"] = FigureText.Number(template.RivalShare),
        ["prices"] = Prices(market),
        ["marginPerCase"] = Major(template.MarginPerCase),
        ["personnelPerRepWeek"] = Major(template.PersonnelPerRepWeek),
        ["vehiclePerWeek"] = Major(template.VehiclePerWeek),
        ["launchPerTerminal"] = Major(template.LaunchPerTerminal),
        ["costPerDistributionPoint"] = Major(template.CostPerDistributionPoint),
        ["creditWeeks"] = template.CreditWeeks,
        ["training"] = Training(template.Training),
        ["numericDistribution"] = Curve(template.NumericByWeek, curves["numericDistribution"]),
        ["weightedDistribution"] = Curve(template.WeightedByWeek, curves["weightedDistribution"]),
        ["market"] = Market(market, template.Hash),
    };

    /// <param name="frozen">The running maximum of the means.</param>
    private static JsonObject Curve(IEnumerable<double> frozen, JsonObject band) => new()
    {
        ["frozen"] = new JsonArray([.. frozen.Select(FigureText.Number)]),
        ["mean"] = band["mean"]!.DeepClone(),
        ["low"] = band["low"]!.DeepClone(),
        ["high"] = band["high"]!.DeepClone(),
    };

    private static JsonObject Market(TemplateMarket market, string hash) => new()
    {
        ["name"] = market.Name,
        ["classes"] = Classes(market.Classes),
        ["prices"] = Prices(market),
        ["weeks"] = new JsonArray([.. market.Weeks.Select(week => (JsonNode)new JsonObject
        {
            ["numericDistribution"] = week.NumericDistribution,
            ["weightedDistribution"] = week.WeightedDistribution,
            ["share"] = week.Share,
            ["cases"] = week.Cases,
            ["reps"] = week.Reps,
            ["vehicles"] = week.Vehicles,
            ["personnelCost"] = Major(week.PersonnelCost),
            ["vehicleCost"] = Major(week.VehicleCost),
            ["launchCost"] = Major(week.LaunchCost),
        })]),
        ["training"] = Training(market.Training),
        ["travelMinutesPerVisit"] = market.TravelMinutesPerVisit,
        ["rivalShare"] = market.RivalShare,
        ["creditWeeks"] = market.CreditWeeks,
        ["minutesPerDay"] = market.MinutesPerDay,
        ["hash"] = hash,
    };

    private static JsonArray Classes(IEnumerable<TemplateClass> classes) => new([.. classes.Select(entry => (JsonNode)new JsonObject
    {
        ["class"] = Enum.GetName(entry.Class),
        ["terminals"] = entry.Terminals,
        ["visitsPerCycle"] = entry.VisitsPerCycle,
        ["minutesPerVisit"] = entry.MinutesPerVisit,
    })]);

    private static JsonObject Prices(TemplateMarket market) => new()
    {
        ["factory"] = Major(market.Prices.FactoryPerCase),
        ["terminal"] = Major(market.Prices.TerminalPerCase),
        ["retail"] = Major(market.Prices.RetailPerCase),
        ["cost"] = Major(market.CostPerCase),
    };

    private static JsonObject Training(TrainingOutput training) => new()
    {
        ["repsPerWeek"] = training.RepsPerWeek,
        ["delayWeeks"] = training.DelayWeeks,
        ["repsPerRepAndWeek"] = training.RepsPerRepAndWeek,
    };

    private static JsonValue Major(Money money) => JsonValue.Create(money.MinorUnits / MinorPerMajor);
}
