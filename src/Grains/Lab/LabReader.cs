using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios;

namespace Territory.Grains.Lab;

/// <summary>Reads scenarios with all their terminals, on the pool: a region at an earlier position takes as long as a rebuild of the read model.</summary>
internal sealed class LabReader(IJournal journal, PastRegions past, LabRoads roads, SolverPool pool)
{
    private const string Name = "scenario";

    /// <param name="only">The one live region that may be read; null: any.</param>
    public Task<LabReading> ReadAsync(string content, RegionId? only, CancellationToken cancellationToken) =>
        pool.RunAsync(_ => Read(content, only), cancellationToken);

    /// <param name="ranges">The numbers by their paths, and how low and high each may be.</param>
    /// <param name="only">The one live region that may be read; null: any.</param>
    public Task<LabParameterReading> ReadAsync(
        string content, IReadOnlyList<(string Path, double Low, double High)> ranges, RegionId? only, CancellationToken cancellationToken) =>
        pool.RunAsync(_ => Read(content, ranges, only), cancellationToken);

    private LabReading Read(string content, RegionId? only)
    {
        using var census = new LabCensus(journal, past, roads, only);
        try
        {
            var scenario = ScenarioReader.Read(content, Name, census);
            return new LabReading(scenario, [], LivePositions.Fix(content, census.Position), census.Used);
        }
        catch (InvalidInputException wrong)
        {
            return new LabReading(null, wrong.Problems, content, []);
        }
    }

    private LabParameterReading Read(string content, IReadOnlyList<(string Path, double Low, double High)> ranges, RegionId? only)
    {
        using var census = new LabCensus(journal, past, roads, only);
        try
        {
            var parameters = new ScenarioParameters(content, Name, census, [.. ranges.Select(range => range.Path)]);
            return parameters.RangeProblems([.. ranges.Select(range => (range.Low, range.High))]) is { Count: > 0 } problems
                ? new LabParameterReading(null, problems, null, [])
                : new LabParameterReading(parameters, [], census.Position, census.Used);
        }
        catch (InvalidInputException wrong)
        {
            return new LabParameterReading(null, wrong.Problems, null, []);
        }
    }
}
