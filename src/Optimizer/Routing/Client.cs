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

    /// <summary>0 to 100. Of required clients that cannot all be served, the sum of the priorities served is made greatest, then their number.</summary>
    public int Priority { get; init; }

    /// <summary>Service by vehicle type, in the order of the types; null: <see cref="ServiceDuration"/> whoever comes.</summary>
    public IReadOnlyList<long>? ServiceByType { get; init; }

    /// <summary>Time before service, after the window's start, that is spent once at a place however many of its stops follow each other.</summary>
    public long SetupDuration { get; init; }

    /// <summary>Set-up by vehicle type; null: <see cref="SetupDuration"/> whoever comes.</summary>
    public IReadOnlyList<long>? SetupByType { get; init; }

    /// <summary>Clients with equal numbers are at one place; null: a place of its own.</summary>
    public int? Place { get; init; }

    /// <summary>The trip that carries this client is back at its depot no later.</summary>
    public long Due { get; init; } = Interval.Unbounded;

    public SoftWindow? SoftWindow { get; init; }

    public SkillRule? Skills { get; init; }

    /// <summary>The only vehicle that may come, by its number counted through the types; null: any.</summary>
    public int? Vehicle { get; init; }

    public StopPosition Position { get; init; }

    /// <summary>The trip of its vehicle's day that it must be on, from 0; null: any. What is on board of a vehicle on its way can be on no other.</summary>
    public int? Trip { get; init; }

    public PlannedVisit? Planned { get; init; }

    /// <summary>The territory this client belongs to; null: none, which no vehicle leaves its own for.</summary>
    public int? Territory { get; init; }
}
