namespace Territory.Optimizer.Inventory;

/// <summary>What a visit to a customer on a route of a period would cost.</summary>
/// <param name="Cost">Of the detour, and of the vehicle where it is not out yet.</param>
/// <param name="After">The stop that the visit comes after at least cost.</param>
/// <param name="Room">Units that break no rule.</param>
/// <param name="Most">Units that fit in the time.</param>
internal readonly record struct RouteOffer(int Route, int After, long Cost, int Room, int Most)
{
    public bool IsNoWorseThan(RouteOffer other) => Cost <= other.Cost && Room >= other.Room && Most >= other.Most;
}
