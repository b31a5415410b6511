using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Scenarios.Travel;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Expansion.Templates;

/// <summary>Ways between calls on a region's own roads, by laws fitted to days that the optimiser routed on them.</summary>
/// <remarks>A day's calls are neighbours, as with <see cref="TourTravel"/>, and begin in the middle of the terminals. Method and errors: docs/lab.md.</remarks>
public sealed class RoadTravel : IVisitTravel
{
    /// <summary>Days that the optimiser routes for the fit, a quarter of which measures its error.</summary>
    private const int SampledDays = 60;

    /// <summary>Of no account for calls.</summary>
    private const int TripCases = 60;

    private readonly ApproximateFieldCosts costs;

    private RoadTravel(ApproximateFieldCosts costs) => this.costs = costs;

    /// <summary>The law of minutes on the road, with what it is wrong by on days it was not fitted to.</summary>
    public FieldCostFit Fit => costs.Fits.VisitMinutes;

    /// <param name="terminals">At least one.</param>
    /// <param name="roads">Travel between points.</param>
    /// <exception cref="InvalidInputException">A terminal has no road.</exception>
    public static RoadTravel Of(string region, IReadOnlyList<CensusTerminal> terminals, Func<IReadOnlyList<GeoPoint>, TravelMatrix> roads)
    {
        var middle = new GeoPoint(terminals.Average(terminal => terminal.Location.Longitude), terminals.Average(terminal => terminal.Location.Latitude));
        return new RoadTravel(RegionTravel.Fitted(
            middle, [.. terminals.Select(terminal => terminal.Location)], [.. terminals.Select(terminal => LabTerminals.KeyOf(region, terminal.Id))], points => roads(points),
            TripCases, SampledDays, region));
    }

    /// <remarks>Between whole numbers of calls the ways lie in proportion, so that small changes have small effects.</remarks>
    public double MinutesPerVisit(IReadOnlyList<CensusTerminal> terminals, double visitsPerDay)
    {
        var visits = Math.Clamp(visitsPerDay, 1, terminals.Count);
        var (below, part) = ((int)Math.Floor(visits), visits - Math.Floor(visits));
        return part == 0 ? PerVisit(below) : ((1 - part) * PerVisit(below)) + (part * PerVisit(below + 1));
    }

    private double PerVisit(int visits) => costs.Visits(visits, visits).DriveMinutes / visits;
}
