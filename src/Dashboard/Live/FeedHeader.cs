namespace Territory.Dashboard.Live;

/// <summary>What every frame of a region states: its clock, and the journal position that the outlets reflect.</summary>
internal readonly record struct FeedHeader(DateTimeOffset Now, double Speed, double TrueSpeed, bool Running, bool Live, bool Simulated, long Position)
{
    /// <summary>Whether a person would want to know at once, rather than with the next frame.</summary>
    public bool IsNewsTo(FeedHeader earlier) => Running != earlier.Running || Speed != earlier.Speed || Simulated != earlier.Simulated;
}
