using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios.Travel;

/// <summary>Makes a region's field costs from its terminals and roads.</summary>
/// <remarks>A fit of a large region is made on some of its terminals, evenly by key: its constants do not depend on how many there are.</remarks>
internal static class RegionTravel
{
    public const int MostExact = 1_500;

    private const int MostFitted = 1_000;
    private const int LeastStops = 5;
    private const int MostStops = 40;
    private const int ExactIterations = 200;
    private const int FitIterations = 600;

    /// <param name="roads">Null: straight lines.</param>
    /// <exception cref="InvalidInputException">A terminal has no road, or there are too many to be routed.</exception>
    public static (IFieldCosts Costs, FieldCostFits? Fits) Of(LabTerminals terminals, ScenarioTravel travel, string? roads, int tripCases, ICensusReader sources)
    {
        var depot = Depot(terminals, travel);
        GeoPoint[] all = [.. Enumerable.Range(0, terminals.Count).Select(row => new GeoPoint(terminals.Longitudes[row], terminals.Latitudes[row]))];
        if (travel.Costs == ScenarioTravel.Exact)
        {
            if (all.Length > MostExact)
                throw new InvalidInputException(new Problem("scenario.travel-size", $"At most {MostExact} terminals are routed day by day; take \"fitted\" for more.", Value: $"{all.Length}"));
            return (Exact(depot, all, Matrix, tripCases, ExactIterations, roads), null);
        }

        var costs = Fitted(depot, all, terminals.Keys, Matrix, tripCases, travel.SampledDays, roads);
        return (costs, costs.Fits);

        TravelMatrix Matrix(GeoPoint[] points) => roads is null ? StraightTravel.Matrix(points, travel.KilometresPerHour, travel.Detour) : sources.Travel(roads, points);
    }

    /// <param name="keys">Of the terminals; they choose those that the fit is made on.</param>
    /// <param name="matrix">Travel between points.</param>
    /// <param name="roads">What the roads are called, for problems.</param>
    /// <exception cref="InvalidInputException">A terminal has no road.</exception>
    public static ApproximateFieldCosts Fitted(
        GeoPoint depot, GeoPoint[] all, IReadOnlyList<ulong> keys, Func<GeoPoint[], TravelMatrix> matrix, int tripCases, int sampledDays, string? roads)
    {
        var some = Enumerable.Range(0, all.Length).OrderBy(row => keys[row]).Take(MostFitted).Order().Select(row => all[row]).ToArray();
        var exact = Exact(depot, some, matrix, tripCases, FitIterations, roads);
        var sampling = new FieldDaySampling(sampledDays, LeastStops, MostStops);
        var fits = FieldCostFitting.Fit(FieldPlaces.Of(depot, some), exact, sampling, Environment.ProcessorCount, CancellationToken.None).Fits;
        return new ApproximateFieldCosts(FieldPlaces.Of(depot, all), tripCases, fits);
    }

    private static ExactFieldCosts Exact(
        GeoPoint depot, GeoPoint[] terminals, Func<GeoPoint[], TravelMatrix> matrixOf, int tripCases, int iterations, string? roads)
    {
        var matrix = matrixOf([depot, .. terminals]);
        try
        {
            return new ExactFieldCosts(FieldPlaces.Of(depot, terminals), matrix, matrix, tripCases, iterations);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidInputException(new Problem("scenario.travel", exception.Message, Value: roads));
        }
    }

    private static GeoPoint Depot(LabTerminals terminals, ScenarioTravel travel)
    {
        if (travel is { DepotLongitude: { } longitude, DepotLatitude: { } latitude })
            return new GeoPoint(longitude, latitude);
        var sum = terminals.Sizes.Sum();
        return new GeoPoint(
            terminals.Longitudes.Zip(terminals.Sizes, (value, size) => value * size).Sum() / sum,
            terminals.Latitudes.Zip(terminals.Sizes, (value, size) => value * size).Sum() / sum);
    }
}
