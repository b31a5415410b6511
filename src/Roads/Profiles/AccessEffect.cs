namespace Territory.Roads.Profiles;

/// <summary>What the value of an access tag means to a mode.</summary>
public enum AccessEffect
{
    Deny,
    Allow,

    /// <summary>Allowed to get to something on the road, not through it.</summary>
    Destination,
}
