using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios;

namespace Territory.Grains.Lab;

/// <summary>Reads scenarios with all their terminals, on the pool: a region at an earlier position takes as long as a rebuild of the read model.</summary>
internal sealed class LabReader(IJournal journal, PastRegions past, SolverPool pool)
{
    private const string Name = "scenario";

    /// <param name="only">The one live region that may be read; null: any.</param>
    public Task<LabReading> ReadAsync(string content, RegionId? only, CancellationToken cancellationToken) =>
        pool.RunAsync(_ => Read(content, only), cancellationToken);

    private LabReading Read(string content, RegionId? only)
    {
        using var census = new LabCensus(journal, past, only);
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
}
