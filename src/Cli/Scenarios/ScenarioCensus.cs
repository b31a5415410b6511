using Territory.Cli.Files;
using Territory.Grains.Lab;
using Territory.Grains.Lab.Censuses;
using Territory.Imports.Outlets;
using Territory.Journal;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Simulation.Lab.Scenarios.Census;

namespace Territory.Cli.Scenarios;

/// <summary>The censuses that a scenario on the command line names: CSV files beside it, and live regions of the open territory.</summary>
internal sealed class ScenarioCensus(string folder, OpenTerritory? territory) : ICensusReader
{
    public IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms)
    {
        if (source.File is { } file)
            return ReadFile(file, terms);
        if (territory is null)
            throw new InvalidInputException(new Problem("scenario.live", "A live region is looked up in a territory.", Value: source.Live?.Region));
        return new LiveCensusReader(territory.Get<IJournal>()).ReadAsync(source.Live!, terms, CancellationToken.None).GetAwaiter().GetResult();
    }

    public TravelMatrix Travel(string roads, IReadOnlyList<GeoPoint> points) => RoadSource.Matrix(roads, folder, territory, points);

    private IReadOnlyList<ScenarioTerminal> ReadFile(string file, CensusTerms terms)
    {
        var import = OutletImport.Read(InputFile.Require(file, folder), file, new RegionId("census"), CoordinateSystem.Wgs84, []);
        var errors = import.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();
        return errors.Count > 0 && !(terms.AcceptGood && import.Good.Count > 0)
            ? throw new InvalidInputException(errors)
            : FileCensus.Of(import.Good, terms, CensusTable.SellsOurs);
    }
}
