namespace Territory.Optimizer.Formats;

/// <summary>How deliveries from the depot and pickups for it may follow each other on a trip.</summary>
public enum BackhaulOrder
{
    /// <summary>In any order, as far as the load on board allows.</summary>
    Mixed,

    /// <summary>Every stop with a pickup comes after every other stop: LKH-3's VRPBTW.</summary>
    Last,

    /// <summary>The same, and a trip begins with a delivery, so that none is of pickups alone: VRPB as Goetschalckx and Jacobs-Blecha, Toth and Vigo, LKH-3 and PyVRP have it.</summary>
    AfterLinehaul,
}
