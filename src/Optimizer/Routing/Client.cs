namespace Territory.Optimizer.Routing;

/// <summary>A stop to serve: exactly one visit by one vehicle, starting in one of its windows.</summary>
public sealed record Client
{
    /// <summary>What is brought to the client from the depot where its trip begins.</summary>
    public required Load Demand { get; init; }

    /// <summary>What is taken from the client to the depot where its trip ends.</summary>
    public Load Pickup { get; init; }

    /// <summary>Disjoint windows for the start of service, in ascending order.</summary>
    public IReadOnlyList<Interval> Windows { get; init; } = [Interval.Always];

    public long ServiceDuration { get; init; }

    /// <summary>The trip that carries this client may not leave its depot earlier.</summary>
    public long Release { get; init; }

    /// <summary>A required client is left out only when no vehicle can take it.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>What leaving an optional client out costs; among required clients, which one to leave out last.</summary>
    public long Prize { get; init; }
}
