namespace Territory.Optimizer.Routing;

/// <summary>Where vehicles start, end and reload. <paramref name="Reloading"/> is when loading between two trips may start.</summary>
public sealed record Depot(Interval Reloading)
{
    public Depot()
        : this(Interval.Always)
    {
    }

    /// <summary>Clients with this <see cref="Client.Place"/> are at the depot; null: none is.</summary>
    public int? Place { get; init; }
}
