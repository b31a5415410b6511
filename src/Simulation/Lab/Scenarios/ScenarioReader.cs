using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Model.Problems;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Json;
using Territory.Simulation.Lab.Scenarios.Runs;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>Reads a scenario and its variants into setups, or lists everything wrong with it by path before anything runs.</summary>
public sealed class ScenarioReader
{
    public const int MostVariants = 20;

    private readonly CachedCensus census;
    private readonly string file;
    private readonly List<Problem> problems = [];
    private readonly List<IReadOnlyList<string>> ids = [];
    private readonly List<FieldCostFits?> fits = [];

    private ScenarioReader(ICensusReader census, string file)
    {
        this.census = census as CachedCensus ?? new CachedCensus(census);
        this.file = file;
    }

    /// <param name="file">What the user calls the scenario, for problems.</param>
    /// <exception cref="InvalidInputException">Anything is wrong; all is listed.</exception>
    public static ReadScenario Read(string json, string file, ICensusReader census)
    {
        var reader = new ScenarioReader(census, file);
        var read = reader.Read(json);
        return reader.problems.Count > 0 || read is null ? throw new InvalidInputException(reader.problems) : read;
    }

    private ReadScenario? Read(string json)
    {
        using var document = Parse(json);
        if (document is null || Scenario(document.RootElement, "") is not { } scenario)
            return null;
        var setup = Setup(scenario, "");
        IReadOnlyList<string>[] terminals = [.. ids];
        FieldCostFits?[] fieldCosts = [.. fits];
        var own = problems.ToHashSet();
        var variants = new List<(string, LabSetup)?>();
        foreach (var (index, variant) in scenario.Variants.Index())
        {
            var before = problems.Count;
            variants.Add(Variant(document.RootElement, index, variant));
            ForgetKnown(own, before, $"variants[{index}]: ");
        }

        CheckNames(scenario);
        return new ReadScenario(scenario, setup, terminals, fieldCosts, [.. variants.OfType<(string, LabSetup)>()]);
    }

    private JsonDocument? Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, ScenarioText.Leniency);
        }
        catch (JsonException exception)
        {
            problems.Add(new Problem("scenario.json", $"The file is no JSON: {exception.Message}", file, (exception.LineNumber ?? 0) + 1));
            return null;
        }
        catch (InvalidOperationException exception)
        {
            // A member's name that escapes half of a character; the parser has no line for it.
            problems.Add(new Problem("scenario.json", $"The file is no JSON: {exception.Message}", file));
            return null;
        }
    }

    private Scenario? Scenario(JsonElement root, string under)
    {
        var wrong = JsonShape.Problems<Scenario>(root, ScenarioJson.Options, file);
        problems.AddRange(wrong.Select(problem => problem with { Field = under + problem.Field }));
        return wrong.Count > 0 ? null : root.Deserialize<Scenario>(ScenarioJson.Options);
    }

    private (string Name, LabSetup Setup)? Variant(JsonElement root, int index, ScenarioVariant variant)
    {
        var path = $"variants[{index}]";
        var before = problems.Count;
        var changed = JsonNode.Parse(root.GetRawText(), documentOptions: ScenarioText.Leniency)!.AsObject();
        changed.Remove("variants");
        foreach (var (place, value) in variant.Set)
        {
            if (ScenarioPath.Set(changed, place, value) is { } refusal)
                Refuse("scenario.path", $"{path}.set", refusal, place);
        }

        if (problems.Count > before)
            return null;
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(changed.ToJsonString()));
        if (Scenario(document.RootElement, $"{path}: ") is not { } scenario)
            return null;
        return Setup(scenario, $"{path}: ") is { } setup ? (variant.Name, setup) : null;
    }

    /// <summary>A variant has the scenario's own problems too; they are told once.</summary>
    private void ForgetKnown(HashSet<Problem> own, int from, string under)
    {
        for (var index = problems.Count - 1; index >= from; index--)
        {
            var field = problems[index].Field;
            if (own.Contains(problems[index] with { Field = field?.StartsWith(under, StringComparison.Ordinal) is true ? field[under.Length..] : field }))
                problems.RemoveAt(index);
        }
    }

    private LabSetup Setup(Scenario scenario, string under)
    {
        var regions = scenario.Regions.Index().Select(pair => Region(scenario, pair.Item, $"{under}regions[{pair.Index}]")).ToList();
        var setup = new LabSetup { FirstDay = scenario.FirstDay, Days = scenario.Days, Products = scenario.Products, Regions = [.. regions.OfType<LabRegion>()], Rules = scenario.Rules };
        if (regions.TrueForAll(region => region is not null))
            problems.AddRange(LabSetupCheck.Problems(setup).Select(problem => ScenarioProblems.InWords(problem, under, file)));
        return setup;
    }

    private LabRegion? Region(Scenario scenario, ScenarioRegion region, string path)
    {
        var before = problems.Count;
        if (region.Id == ScenarioFigures.OfAll)
            Refuse("scenario.region-name", $"{path}.id", $"The sums of all regions are called {ScenarioFigures.OfAll}; a region needs another id.", region.Id);
        var rows = Rows(region, path);
        ScenarioProblems.Check(region.Census, $"{path}.census", rows, Refuse);
        if (problems.Count > before || rows is null)
            return null;
        ids.Add([.. rows.Select(row => row.Id)]);
        var (terminals, cells) = CensusRegion.Build(region.Id, rows, region.Census);
        var roads = Roads(region, terminals, path);
        return new LabRegion
        {
            Id = region.Id,
            Terminals = terminals with { Shelves = CensusShelves.Of(rows, scenario.Products, scenario.FirstDay) },
            Cells = cells,
            Distributor = region.Distributor,
            FieldForce = region.FieldForce,
            Fleet = region.Fleet,
            FieldCosts = region.FieldCosts ?? new LabFieldCosts { AreaSquareKilometres = CensusRegion.AreaSquareKilometres(cells, region.Census) },
            Roads = roads,
            Rivals = region.Rivals,
        };
    }

    private IFieldCosts? Roads(ScenarioRegion region, LabTerminals terminals, string path)
    {
        var (costs, fit) = (default(IFieldCosts), default(FieldCostFits));
        if (region.Travel is { } travel && ScenarioProblems.Check(travel, region.Fleet, $"{path}.travel", Refuse))
        {
            try
            {
                (costs, fit) = census.FieldCosts(region.Terminals, terminals, travel, travel.TripCases ?? Math.Max(1, region.Fleet.CasesPerDay));
            }
            catch (InvalidInputException exception)
            {
                problems.AddRange(exception.Problems.Select(problem => problem.File is null
                    ? problem with { File = file, Field = problem.Field is { } member ? $"{path}.travel.{member}" : $"{path}.travel" }
                    : problem));
            }
        }

        fits.Add(fit);
        return costs;
    }

    private IReadOnlyList<ScenarioTerminal>? Rows(ScenarioRegion region, string path)
    {
        var source = region.Terminals;
        if (new object?[] { source.File, source.Live, source.Generated }.Count(given => given is not null) != 1)
        {
            Refuse("scenario.terminals", $"{path}.terminals", "Exactly one of file, live and generated is expected.", null);
            return null;
        }

        try
        {
            if (source.Generated is not { } generated)
                return census.Read(source, region.Census);
            return ScenarioProblems.Check(generated, $"{path}.terminals.generated", Refuse) ? GeneratedTerminals.Draw(generated) : null;
        }
        catch (InvalidInputException exception)
        {
            problems.AddRange(exception.Problems.Select(problem => problem.File is null ? problem with { File = file, Field = $"{path}.terminals" } : problem));
            return null;
        }
    }

    private void CheckNames(Scenario scenario)
    {
        if (scenario.Variants.Count > MostVariants)
            Refuse("scenario.variants", "variants", $"At most {MostVariants} variants are compared at once.", $"{scenario.Variants.Count}");
        foreach (var twice in scenario.Variants.GroupBy(variant => variant.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Refuse("scenario.variants", "variants", "Every variant has a name of its own.", twice.Key);
    }

    private void Refuse(string code, string path, string rule, string? value) => problems.Add(new Problem(code, rule, file, Field: path, Value: value));
}
