namespace Territory.Optimizer.Routing;

/// <summary>What one vehicle does, in order.</summary>
/// <param name="Vehicle">Number of the vehicle, counted through the types in order.</param>
/// <param name="Trips">Client numbers of each trip.</param>
/// <param name="Windows">The window chosen for each client of each trip, by its position in the client's windows.</param>
public sealed record SolutionRoute(
    int Vehicle,
    int VehicleType,
    IReadOnlyList<IReadOnlyList<int>> Trips,
    IReadOnlyList<IReadOnlyList<int>> Windows,
    long Distance,
    long Duration,
    long Cost)
{
    public IEnumerable<int> Clients => Trips.SelectMany(trip => trip);

    public bool Equals(SolutionRoute? other) =>
        other is not null && Vehicle == other.Vehicle && Cost == other.Cost && Trips.Count == other.Trips.Count
        && Trips.Zip(other.Trips).All(pair => pair.First.SequenceEqual(pair.Second))
        && Windows.Zip(other.Windows).All(pair => pair.First.SequenceEqual(pair.Second));

    public override int GetHashCode() => Clients.Aggregate(Vehicle, HashCode.Combine);
}
