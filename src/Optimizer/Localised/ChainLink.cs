namespace Territory.Optimizer.Localised;

/// <summary>Where an entry stands: side by side in memory, because a place for a client is judged by all of it.</summary>
internal struct ChainLink
{
    public int Next;
    public int Previous;

    /// <summary>-1 for a client that no route serves.</summary>
    public int Vehicle;

    /// <summary>Distance to the next entry.</summary>
    public int ToNext;

    /// <summary>Distance from the previous entry.</summary>
    public int FromPrevious;
}
