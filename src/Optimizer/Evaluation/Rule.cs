namespace Territory.Optimizer.Evaluation;

/// <summary>The rules of a problem, each with the unit of what a violation of it amounts to.</summary>
public enum Rule
{
    /// <summary>Load units beyond the capacity, in the dimension that exceeds it most.</summary>
    Capacity,

    /// <summary>Time that service starts after the end of its window.</summary>
    Window,

    /// <summary>Time of departure after the last one allowed, because of what is released late.</summary>
    Departure,

    /// <summary>Time of the return after the latest one.</summary>
    Return,

    /// <summary>Time of the day beyond the longest one.</summary>
    Duration,

    /// <summary>Distance beyond the longest one.</summary>
    Distance,

    /// <summary>Time on the road beyond the longest one.</summary>
    Driving,

    /// <summary>Stops beyond the most.</summary>
    Stops,

    /// <summary>Trips beyond the most.</summary>
    Trips,

    /// <summary>Time that reloading starts after the depot's hours.</summary>
    Reloading,

    /// <summary>Time that a trip comes back after the due time of what it carries.</summary>
    Due,

    /// <summary>One: skills or the list of allowed clients keep the vehicle from the stop.</summary>
    Skill,

    /// <summary>One: the stop is locked to another vehicle.</summary>
    Vehicle,

    /// <summary>One: the stop must be first or last, or the day does not begin with its frozen prefix.</summary>
    Position,

    /// <summary>One: a relation between stops.</summary>
    Relation,

    /// <summary>One: a delivery from the depot after a pickup on the same trip.</summary>
    Backhaul,

    /// <summary>One: a pickup that does not come before its delivery on the same trip.</summary>
    Shipment,

    /// <summary>Breaks that are not taken.</summary>
    Break,

    /// <summary>One: a pair of places without a road.</summary>
    Road,

    /// <summary>How often too many a stop is served.</summary>
    Twice,

    /// <summary>Stops served of a group of alternatives, beyond one.</summary>
    Alternatives,

    /// <summary>One: a vehicle has several routes.</summary>
    VehicleTwice,
}
