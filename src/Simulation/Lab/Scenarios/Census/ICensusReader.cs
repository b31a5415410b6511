using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;

namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>Fetches the terminals that a scenario names; files and live regions are known to the caller only.</summary>
public interface ICensusReader
{
    /// <exception cref="InvalidInputException">There is no such census, or it has rows that cannot be read; all are listed.</exception>
    IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms);

    /// <summary>Travel between points by the roads that a scenario names.</summary>
    /// <param name="roads">A file, or a live region as <see cref="Travel.LiveRoads"/> has it.</param>
    /// <exception cref="InvalidInputException">There are no such roads.</exception>
    TravelMatrix Travel(string roads, IReadOnlyList<GeoPoint> points) =>
        throw new InvalidInputException(new Problem("scenario.roads", "No road network can be named here; leave it out for straight lines.", Field: "roads", Value: roads));
}
