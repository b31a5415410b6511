using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Who may use a way or pass a barrier: from the general key to the special one, each overriding the one before.</summary>
internal static class AccessTagReader
{
    private static readonly (string Key, TravelModes Modes)[] Hierarchy =
    [
        ("access", TravelModes.All),
        ("vehicle", TravelModes.Motor),
        ("motor_vehicle", TravelModes.Motor),
        ("motorcar", TravelModes.Car | TravelModes.Van),
        ("goods", TravelModes.Van),
        ("motorcycle", TravelModes.Motorbike),
        ("foot", TravelModes.Foot),
    ];

    public static TravelModes Read(OsmTags tags, RoadClass roadClass)
    {
        var modes = roadClass.DefaultModes();

        // A ferry takes vehicles only where the map says so: most untagged ones are passenger boats.
        if (roadClass == RoadClass.Ferry)
            modes = TravelModes.Foot;
        foreach (var (key, concerned) in Hierarchy)
        {
            var isGeneral = string.Equals(key, "access", StringComparison.Ordinal);
            modes = Apply(modes, tags[key], concerned, mayOpen: !isGeneral);
        }

        // Goods vehicles are cars to a sign that names motorcars, but lorries' limits (hgv) do not concern a van.
        return modes;
    }

    /// <summary>The modes that a barrier on a node stops.</summary>
    public static TravelModes BlockedBy(OsmTags tags)
    {
        var blocked = tags["barrier"] switch
        {
            null or "no" or "entrance" or "gate" or "lift_gate" or "swing_gate" or "toll_booth" or "border_control" or "cattle_grid" or "kerb"
                or "height_restrictor" or "sally_port" or "checkpoint" or "rope" => TravelModes.None,
            "bollard" or "motorcycle_barrier" or "planter" or "chain" => TravelModes.Car | TravelModes.Van,
            "block" or "jersey_barrier" or "cycle_barrier" or "stile" or "kissing_gate" or "turnstile" or "full-height_turnstile" or "log" or "debris" => TravelModes.Motor,
            "fence" or "wall" or "hedge" => TravelModes.All,
            _ => TravelModes.None,
        };
        if (tags["barrier"] is null or "no")
            return TravelModes.None;
        var passable = TravelModes.All & ~blocked;
        foreach (var (key, concerned) in Hierarchy)
            passable = Apply(passable, tags[key], concerned, mayOpen: true);
        return TravelModes.All & ~passable;
    }

    private static TravelModes Apply(TravelModes modes, string? value, TravelModes concerned, bool mayOpen) => value switch
    {
        "no" or "private" or "military" or "agricultural" or "forestry" or "emergency" or "psv" or "bus" or "use_sidepath" or "restricted" => modes & ~concerned,
        "yes" or "permissive" or "designated" or "official" or "destination" or "delivery" or "customers" or "public" when mayOpen => modes | concerned,
        _ => modes,
    };
}
