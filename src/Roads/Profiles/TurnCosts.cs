namespace Territory.Roads.Profiles;

/// <summary>What changing from one road to another costs a mode at a junction, in milliseconds (转弯代价).</summary>
/// <remarks>
/// A turn costs nothing up to <see cref="StraightDegrees"/> of bend and grows evenly from there to its price at a right angle; sharper turns keep growing
/// as evenly up to twice that. Turning across oncoming traffic (left where people drive on the right) has a price of its own. Only real junctions,
/// where three or more directions meet, cost anything; a bend in one road does not. What a turn costs in all is counted in whole hundredths of a second.
/// </remarks>
public sealed record TurnCosts
{
    /// <summary>What each of these may cost at most: two minutes, so that any sum of them fits where a graph keeps it.</summary>
    public const int MostMilliseconds = 120_000;

    /// <summary>A mode that turns without loss, such as a person on foot.</summary>
    public static TurnCosts None { get; } = new() { AllowsUTurns = true };

    /// <summary>Bends up to this angle are straight on.</summary>
    public int StraightDegrees { get; init; } = 30;

    /// <summary>A right-angled turn towards the kerb.</summary>
    public int NearSideMilliseconds { get; init; }

    /// <summary>A right-angled turn across oncoming traffic.</summary>
    public int FarSideMilliseconds { get; init; }

    /// <summary>Passing a junction or crossing with traffic lights in any direction: the mean wait over all phases.</summary>
    public int SignalMilliseconds { get; init; }

    /// <summary>Turning round on the road, whatever the angle. Always possible where the road ends.</summary>
    public int UTurnMilliseconds { get; init; }

    /// <summary>Whether the mode may turn round at a junction that has other ways on.</summary>
    public bool AllowsUTurns { get; init; }

    /// <summary>Whether any turn can cost anything or be forbidden by this record.</summary>
    public bool AreFree => NearSideMilliseconds == 0 && FarSideMilliseconds == 0 && SignalMilliseconds == 0 && UTurnMilliseconds == 0 && AllowsUTurns;
}
