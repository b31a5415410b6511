using System.Text;
using System.Text.Json;
using Territory.Contracts.Lab;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Scenarios.Json;

namespace Territory.Grains.Lab.Expansions;

/// <summary>A scenario made ready, or everything that is wrong with it.</summary>
/// <param name="LiveRegions">Those whose terminals are candidates' censuses.</param>
internal sealed record ExpansionReading(ExpansionScenario? Scenario, ExpansionStudy? Study, IReadOnlyList<Problem> Problems, IReadOnlyList<RegionId> LiveRegions);

/// <summary>Reads expansion scenarios with the censuses of their regions, on the pool. A census is given with the scenario, or is that of a live region ("live:ID").</summary>
internal sealed class ExpansionReader(IJournal journal, SolverPool pool)
{
    private const string Name = "scenario";
    private const string Live = "live:";

    public async Task<ExpansionReading> ReadAsync(AskExpansion asked, long seed, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return await pool.RunAsync(_ => Read(asked, seed, snapshot), cancellationToken);
    }

    private static ExpansionReading Read(AskExpansion asked, long seed, IReadSnapshot snapshot)
    {
        try
        {
            using var document = JsonDocument.Parse(asked.Content);
            var scenario = ExpansionText.Read(Encoding.UTF8.GetBytes(document.RootElement.GetProperty("scenario").GetRawText()), Name);
            var given = Given(document.RootElement);
            var (censuses, live, problems) = Censuses(scenario, given, asked.Only, snapshot);
            return problems.Count > 0
                ? new ExpansionReading(null, null, problems, [])
                : new ExpansionReading(scenario, ScenarioStudy.Of(scenario, censuses, seed), [], live);
        }
        catch (InvalidInputException wrong)
        {
            return new ExpansionReading(null, null, wrong.Problems, []);
        }
    }

    private static Dictionary<string, List<CandidateRow>> Given(JsonElement root)
    {
        try
        {
            return root.TryGetProperty("censuses", out var censuses) && censuses.ValueKind == JsonValueKind.Object
                ? censuses.Deserialize<Dictionary<string, List<CandidateRow>>>(ScenarioJson.Options)!
                : [];
        }
        catch (JsonException failure)
        {
            throw new InvalidInputException(new Problem("census.json", "A census is a list of terminals with id, name, longitude, latitude, class and casesPerMonth.", Name, Field: $"censuses{failure.Path?.TrimStart('$')}"));
        }
    }

    private static (Dictionary<string, IReadOnlyList<CensusTerminal>> Censuses, IReadOnlyList<RegionId> Live, List<Problem> Problems) Censuses(
        ExpansionScenario scenario, Dictionary<string, List<CandidateRow>> given, RegionId? only, IReadSnapshot snapshot)
    {
        var (censuses, live, problems) = (new Dictionary<string, IReadOnlyList<CensusTerminal>>(StringComparer.Ordinal), new List<RegionId>(), new List<Problem>());
        foreach (var (index, region) in scenario.Regions.Index())
        {
            if (given.GetValueOrDefault(region.Id) is { } rows)
            {
                foreach (var (row, candidate) in rows.Index().Where(pair => pair.Item is not { IsPossible: true }))
                    problems.Add(new Problem("census.row", "A terminal lies on the Earth, its volume is not negative, and the shares together are at most 1.", Name, Field: $"censuses.{region.Id}[{row}]", Value: candidate?.Id));
                if (problems.Count == 0)
                    censuses[region.Id] = rows.ConvertAll(row => row.Terminal);
            }
            else if (region.Census is { } census)
            {
                var id = new RegionId(census.StartsWith(Live, StringComparison.Ordinal) ? census[Live.Length..] : "");
                // Who may not see a region is told as much of it as of one that does not exist.
                var terminals = id.Value.Length > 0 && (only is null || only == id) ? LiveCandidates.Of(snapshot, id) : null;
                if (terminals is null)
                {
                    problems.Add(new Problem("census.missing", "The census stands among the request's censuses, or is live: and the id of a region of yours.", Name, Field: $"$.regions[{index}].census", Value: census));
                    continue;
                }

                censuses[region.Id] = terminals;
                live.Add(id);
            }
        }

        return (censuses, [.. live.Distinct()], problems);
    }
}
