namespace Territory.Optimizer.Search;

/// <summary>How an inserted client relates to the trips around its place.</summary>
internal enum TripChoice
{
    /// <summary>It joins the trip that holds the place.</summary>
    Join,

    /// <summary>A new trip of its own, before the depot entry at the place.</summary>
    NewTrip,
}
