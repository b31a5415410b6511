using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>Whether a mode's vehicle may travel a segment in one direction: access bits first, then the rules of the map, then those of zones.</summary>
/// <remarks>
/// Rules that do not concern the vehicle's mode, weight or direction are passed over; of those in force the last one decides. "At any time" asks
/// at every minute at which some rule begins or ends: between those nothing changes, so the answer is exact.
/// Complexity: a binary search for the segment's rules, and for "any time" the square of their bounds.
/// </remarks>
internal readonly ref struct AccessEvaluation
{
    private readonly TravelModes mode;
    private readonly ushort weight;
    private readonly SegmentDirections direction;
    private readonly bool isOpenByBits;
    private readonly ReadOnlySpan<AccessRule> mapRules;
    private readonly ReadOnlySpan<AccessRule> zoneRules;

    public AccessEvaluation(RoadTables tables, int segment, bool forward, TravelModes mode, ushort weight, RoadConditions conditions)
    {
        this.mode = mode;
        this.weight = weight;
        direction = forward ? SegmentDirections.Forward : SegmentDirections.Backward;
        var access = tables.SegmentAccess[segment];
        isOpenByBits = ((TravelModes)(forward ? access & 15 : access >> 4) & mode) != TravelModes.None;
        mapRules = tables.RulesOf(segment);
        zoneRules = conditions.RulesOf(segment);
    }

    /// <summary>Whether there is any moment of the week at which the direction is open.</summary>
    public bool IsEverOpen()
    {
        if (mapRules.IsEmpty && zoneRules.IsEmpty)
            return isOpenByBits;
        return IsOpen(new RuleClock(0)) || IsOpenAtSomeBound(mapRules) || IsOpenAtSomeBound(zoneRules);
    }

    public bool IsOpen(RuleClock clock) => Decide(zoneRules, clock) ?? Decide(mapRules, clock) ?? isOpenByBits;

    private bool IsOpenAtSomeBound(ReadOnlySpan<AccessRule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule.Schedule is null || !Concerns(rule))
                continue;
            foreach (var bound in rule.Schedule.Bounds)
            {
                if (IsOpen(new RuleClock(bound % WeeklySchedule.MinutesPerWeek)))
                    return true;
            }
        }

        return false;
    }

    private bool? Decide(ReadOnlySpan<AccessRule> rules, RuleClock clock)
    {
        for (var i = rules.Length - 1; i >= 0; i--)
        {
            if (Concerns(rules[i]) && clock.IsInForce(rules[i].Schedule))
                return rules[i].Allows;
        }

        return null;
    }

    private bool Concerns(in AccessRule rule) =>
        (rule.Modes & mode) != TravelModes.None
        && (rule.Directions & direction) != SegmentDirections.None
        && (rule.HeavierThanTenKilograms == 0 || weight > rule.HeavierThanTenKilograms);
}
