namespace Territory.Optimizer.Dispatch.Runs;

/// <summary>What a run may change of one vehicle's day.</summary>
internal sealed record VehicleFreedom
{
    /// <summary>Number of the vehicle in the day's model.</summary>
    public required int Vehicle { get; init; }

    /// <summary>The stops not made yet as the plan has them, by trip; of trips that came back none.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Trips { get; init; }

    /// <summary>What of the day has happened; null: nothing.</summary>
    public required DepartedRoute? Departed { get; init; }

    /// <summary>The day stays as it is.</summary>
    public bool IsKept { get; init; }

    /// <summary>The vehicle serves nothing any more; what is not bound to it goes to others.</summary>
    public bool IsOut { get; init; }

    /// <summary>Whether it may take stops that it does not have.</summary>
    public bool TakesOthers { get; init; } = true;

    /// <summary>Stops that stay on it: they are on board, or somebody or the scope keeps them there.</summary>
    public IReadOnlySet<int> Bound { get; init; } = new HashSet<int>();

    /// <summary>So many of its open stops, from the first on, stay where they are.</summary>
    public int KeptPlaces { get; init; }

    /// <summary>How many trips, from the first on, are over.</summary>
    public int TripsOver => Departed is null ? 0 : IsOnTheRoad ? Departed.Trips.Count - 1 : Departed.Trips.Count;

    /// <summary>What is on board of a vehicle on the road.</summary>
    public IReadOnlyList<int> OnBoard => IsOnTheRoad ? Trips[TripsOver] : [];

    /// <summary>The trips with the bound stops alone.</summary>
    public IReadOnlyList<IReadOnlyList<int>> BoundTrips => [.. Trips.Select(trip => (IReadOnlyList<int>)[.. trip.Where(Bound.Contains)])];

    private bool IsOnTheRoad => Departed is { } departed && departed.IsOnTheRoad(departed.Trips.Count - 1);
}
