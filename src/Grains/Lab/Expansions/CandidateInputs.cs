using Territory.Grains.Lab.Censuses;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Lab.Scenarios.Travel;

namespace Territory.Grains.Lab.Expansions;

/// <summary>The censuses and roads of an expansion's candidates: given with the scenario, kept here ("census:HASH"), or those of a live region ("live:ID").</summary>
/// <param name="only">The one live region that may be read; null: any.</param>
internal sealed class CandidateInputs(IQueryConnection snapshot, LabRoads roads, RegionId? only)
{
    private const string File = "scenario";
    private const string Live = "live:";
    private const string Kept = "census:";

    private readonly Dictionary<string, IReadOnlyList<CensusTerminal>> censuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IVisitTravel> travel = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];
    private readonly HashSet<RegionId> live = [];

    public IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> Censuses => censuses;

    public IReadOnlyDictionary<string, IVisitTravel> Roads => travel;

    public IReadOnlyList<Problem> Problems => problems;

    public IReadOnlyList<RegionId> LiveRegions => [.. live.OrderBy(region => region.Value, StringComparer.Ordinal)];

    /// <summary>Called on a thread of the pool, never on an actor's.</summary>
    /// <param name="given">Terminals that came with the scenario, by region.</param>
    public void Read(ExpansionScenario scenario, IReadOnlyDictionary<string, List<CandidateRow>> given)
    {
        foreach (var (index, region) in scenario.Regions.Index())
        {
            var path = $"$.regions[{index}]";
            var terminals = given.GetValueOrDefault(region.Id) is { } rows ? Given(region.Id, rows) : region.Census is { } census ? Named(census, region.Id, path) : null;
            if (terminals is null)
                continue;
            censuses[region.Id] = terminals;
            if (region.Roads is { } name && terminals.Count > 0)
                ReadRoads(region.Id, name, terminals, path);
        }
    }

    private IReadOnlyList<CensusTerminal>? Given(string region, List<CandidateRow> rows)
    {
        var before = problems.Count;
        foreach (var (row, candidate) in rows.Index().Where(pair => pair.Item is not { IsPossible: true }))
            problems.Add(new Problem("census.row", "A terminal lies on the Earth, its volume is not negative, and the shares together are at most 1.", File, Field: $"censuses.{region}[{row}]", Value: candidate?.Id));
        return problems.Count > before ? null : rows.ConvertAll(row => row.Terminal);
    }

    private IReadOnlyList<CensusTerminal>? Named(string census, string region, string path)
    {
        try
        {
            if (census.StartsWith(Kept, StringComparison.Ordinal))
                return KeptCensus.Table(snapshot, census, region).Terminals;
        }
        catch (InvalidInputException)
        {
            // Told as any other census that there is not.
        }

        // Who may not see a region is told as much of it as of one that does not exist.
        var id = new RegionId(census.StartsWith(Live, StringComparison.Ordinal) ? census[Live.Length..] : "");
        if (id.Value.Length > 0 && IsOpen(id) && LiveCandidates.Of(snapshot, id) is { } terminals)
        {
            live.Add(id);
            return terminals;
        }

        problems.Add(new Problem("census.missing", "The census stands among the request's censuses, or is live: and the id of a region of yours, or census: and the hash of one that is kept here.", File, Field: $"{path}.census", Value: census));
        return null;
    }

    private void ReadRoads(string region, string name, IReadOnlyList<CensusTerminal> terminals, string path)
    {
        try
        {
            if (LiveRoads.RegionOf(name) is { } id)
            {
                if (!IsOpen(new RegionId(id)))
                    throw LabRoads.Unknown(id);
                live.Add(new RegionId(id));
            }

            travel[region] = RoadTravel.Of(region, terminals, points => roads.Matrix(snapshot, name, points));
        }
        catch (InvalidInputException wrong)
        {
            problems.AddRange(wrong.Problems.Select(problem => problem with { File = File, Field = $"{path}.roads" }));
        }
    }

    private bool IsOpen(RegionId region) => only is null || only == region;
}
