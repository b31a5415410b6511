using System.Globalization;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Travel;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>What a scenario's census must hold to, and the setup's problems in words.</summary>
internal static class ScenarioProblems
{
    private const int MostTerminals = 2_000_000;

    public static Problem InWords(LabProblem problem, string under, string file)
    {
        string Part(string name) => problem.Parameters.GetValueOrDefault(name, "?");
        var rule = problem.Code switch
        {
            "lab.negative" => "A number of at least 0 is expected.",
            "lab.not-finite" => "A finite number is expected.",
            "lab.not-positive" => "A number above 0 is expected.",
            "lab.all-zero" => problem.Path == "products" ? "At least one weight must be above 0." : "At least one must be above 0.",
            "lab.below" => $"It must be at least {Part("least")}.",
            "lab.above" => $"It may be at most {Part("most")}.",
            "lab.empty" => "It must not be empty.",
            "lab.duplicate" => "It must not be given twice.",
            "lab.column-length" => $"{Part("expected")} values are expected.",
            "lab.rule-unknown" => $"A known rule is expected: {Part("known")}.",
            "lab.year" => $"A day of the years {Part("from")} to {Part("until")} is expected.",
            "lab.date-order" => $"The date must be after {Part("from")}.",
            "lab.price-order" => $"It may not be below the price before it in the channel, {Part("least")} in minor units.",
            _ => problem.ToString(),
        };
        return new Problem(problem.Code, rule, file, Field: under + problem.Path, Value: problem.Parameters.GetValueOrDefault("found") ?? problem.Parameters.GetValueOrDefault("id"));
    }

    public static bool Check(GeneratedCensus census, string path, Action<string, string, string, string?> refuse)
    {
        var good = true;
        void Between(string member, double value, double least, double most)
        {
            if (value >= least && value <= most)
                return;
            good = false;
            refuse("scenario.range", $"{path}.{member}", string.Create(CultureInfo.InvariantCulture, $"A number from {least} to {most} is expected."), value.ToString(CultureInfo.InvariantCulture));
        }

        Between("terminals", census.Terminals, 1, MostTerminals);
        Between("areaSquareKilometres", census.AreaSquareKilometres, 0.01, 1e6);
        Between("unitsPerTerminalDay", census.UnitsPerTerminalDay, 0.01, 1e6);
        Between("towns", census.Towns, 1, 1_000);
        Between("sizeSpread", census.SizeSpread, 0, 3);
        Between("longitude", census.Longitude, -180, 180);
        Between("latitude", census.Latitude, -80, 80);
        return good;
    }

    public static bool Check(ScenarioTravel travel, LabFleet fleet, string path, Action<string, string, string, string?> refuse)
    {
        var good = true;
        void Require(bool holds, string member, string rule, object? value)
        {
            if (holds)
                return;
            good = false;
            refuse("scenario.range", $"{path}.{member}", rule, string.Create(CultureInfo.InvariantCulture, $"{value}"));
        }

        Require(travel.Costs is ScenarioTravel.Exact or ScenarioTravel.Fitted, "costs", $"{ScenarioTravel.Exact} or {ScenarioTravel.Fitted} is expected.", travel.Costs);
        Require(travel.KilometresPerHour is >= 1 and <= 200, "kilometresPerHour", "A number from 1 to 200 is expected.", travel.KilometresPerHour);
        Require(travel.Detour is >= 1 and <= 5, "detour", "A number from 1 to 5 is expected.", travel.Detour);
        Require(travel.DepotLongitude is null == travel.DepotLatitude is null, "depotLongitude", "A depot has both a longitude and a latitude.", travel.DepotLongitude);
        Require(travel.DepotLongitude is null or (>= -180 and <= 180), "depotLongitude", "A number from -180 to 180 is expected.", travel.DepotLongitude);
        Require(travel.DepotLatitude is null or (>= -80 and <= 80), "depotLatitude", "A number from -80 to 80 is expected.", travel.DepotLatitude);
        Require((travel.TripCases ?? Math.Max(1, fleet.CasesPerDay)) is >= 1 and <= 100_000, "tripCases", "A whole number from 1 to 100000 is expected.", travel.TripCases);
        Require(travel.SampledDays is >= 16 and <= 2_000, "sampledDays", "A whole number from 16 to 2000 is expected.", travel.SampledDays);
        return good;
    }

    public static void Check(CensusTerms terms, string path, IReadOnlyList<ScenarioTerminal>? rows, Action<string, string, string, string?> refuse)
    {
        void Between(string member, double? value, double least, double most)
        {
            if (value is { } given && !(given >= least && given <= most))
                refuse("scenario.range", $"{path}.{member}", string.Create(CultureInfo.InvariantCulture, $"A number from {least} to {most} is expected."), given.ToString(CultureInfo.InvariantCulture));
        }

        Between("cellKilometres", terms.CellKilometres, 0.05, 100);
        Between("unitsPerTerminalDay", terms.UnitsPerTerminalDay, 0.01, 1e6);
        Between("unitsPerCase", terms.UnitsPerCase, 1, 1_000);
        Between("demandFactor", terms.DemandFactor, 0, 1e3);
        Between("openingDistribution", terms.OpeningDistribution, 0, 1);
        if (terms.ClassCutOffs is { } cutOffs && (cutOffs.Count != 2 || !(cutOffs[0] >= 0 && cutOffs[0] <= cutOffs[1] && cutOffs[1] <= 1)))
            refuse("scenario.range", $"{path}.classCutOffs", "Two parts from 0 to 1 are expected, the second not below the first, for example [0.2, 0.5].", string.Join(", ", cutOffs));
        if (rows is null)
            return;
        if (rows.Count == 0)
            refuse("scenario.census-empty", path, "The census has no terminals; nothing can be said of a region without any.", null);
        var unknown = rows.Count(row => row.UnitsPerDay is null);
        if (unknown > 0 && terms.UnitsPerTerminalDay is null)
            refuse("scenario.census-volume", $"{path}.unitsPerTerminalDay", $"The census gives no category volume for {unknown} of {rows.Count} terminals; say what such a terminal's consumers buy a day.", null);
        var classless = rows.Count(row => row.Class is null);
        if (classless > 0 && terms.ClassCutOffs is null)
            refuse("scenario.census-class", $"{path}.classCutOffs", $"The census gives no class for {classless} of {rows.Count} terminals; give cut-offs, for example [0.2, 0.5].", null);
    }
}
