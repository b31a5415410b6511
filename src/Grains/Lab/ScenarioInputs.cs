using System.Text.Json.Nodes;
using Territory.Model.Terminals;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Setup;

namespace Territory.Grains.Lab;

/// <summary>What each region of a scenario starts from, to be shown beside what comes of it.</summary>
internal static class ScenarioInputs
{
    public static JsonArray Of(ReadScenario read) =>
        [.. read.Setup.Regions.Zip(read.Scenario.Regions, read.FieldCosts).Select(region => (JsonNode)Of(region.First, region.Second.Census, region.Third))];

    private static JsonObject Of(LabRegion region, CensusTerms terms, FieldCostFits? fits) => new()
    {
        ["region"] = region.Id,
        ["terminals"] = region.Terminals.Count,
        ["byClass"] = new JsonObject
        {
            ["a"] = Count(region, TerminalClass.A),
            ["b"] = Count(region, TerminalClass.B),
            ["c"] = Count(region, TerminalClass.C),
        },
        ["cells"] = region.Cells.Count,
        ["areaKm2"] = CensusRegion.AreaSquareKilometres(region.Cells, terms),
        ["unitsPerDay"] = region.Cells.UnitsPerDay.Sum(),
        ["adopted"] = region.Terminals.Adopted.Count(adopted => adopted),
        ["reps"] = region.FieldForce.Staffing.Select(step => step.Reps).FirstOrDefault(),
        ["vehicles"] = region.Fleet.Vehicles,
        ["fieldCosts"] = fits is null ? null : FieldCostReport.Of(region.Id, fits),
    };

    private static int Count(LabRegion region, TerminalClass @class) => region.Terminals.Classes.Count(one => one == @class);
}
