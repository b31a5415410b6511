using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;
using Territory.Roads.Profiles;

namespace Territory.Roads.Osm;

/// <summary>In which direction of a way each profile may go, by the one-way tags alone.</summary>
/// <remarks>
/// The plain key holds for profiles that obey one-ways; "oneway:KEY" with one of a profile's own access keys overrides it, the special after the general,
/// also for people on foot. Keys of others (oneway:bus, oneway:bicycle) are passed over. Motorways and roundabouts are one-way without a tag.
/// Source: the OpenStreetMap wiki on oneway and junction.
/// </remarks>
internal sealed class OneWayTagReader(ImportProfiles profiles, OsmImportCounts counts)
{
    /// <summary>"reversible": the direction changes at times that no map tells.</summary>
    public static bool IsReversible(OsmTags tags) => tags["oneway"] is "reversible";

    public static bool IsRoundabout(OsmTags tags) => tags["junction"] is "roundabout" or "circular";

    public (TravelModes Forward, TravelModes Backward) Read(OsmTags tags, RoadClass roadClass)
    {
        var plain = DirectionsOf(tags["oneway"])
            ?? (roadClass == RoadClass.Motorway || IsRoundabout(tags) ? SegmentDirections.Forward : SegmentDirections.Both);
        return (
            profiles.Where(profile => (DirectionsFor(profile, tags, plain) & SegmentDirections.Forward) != SegmentDirections.None),
            profiles.Where(profile => (DirectionsFor(profile, tags, plain) & SegmentDirections.Backward) != SegmentDirections.None));
    }

    /// <summary>The rules of oneway:conditional, for the profiles that obey one-ways and have the access.</summary>
    public IEnumerable<WayRule> Conditions(OsmTags tags, TravelModes access)
    {
        if (tags["oneway:conditional"] is not { } text)
            yield break;
        var obedient = access & profiles.Where(profile => profile.ObeysOneWays);
        var (clauses, unread) = ConditionalTagParser.Parse(text);
        foreach (var clause in clauses)
        {
            if (DirectionsOf(clause.Value) is not { } open)
            {
                unread++;
                continue;
            }

            counts.ConditionsRead++;
            yield return new WayRule(open, obedient, Allows: true, clause.HeavierThanTenKilograms, clause.Schedule);
            if (open != SegmentDirections.Both)
                yield return new WayRule(SegmentDirections.Both & ~open, obedient, Allows: false, clause.HeavierThanTenKilograms, clause.Schedule);
        }

        counts.Skip("conditional.unread", unread);
    }

    private static SegmentDirections DirectionsFor(TravelProfile profile, OsmTags tags, SegmentDirections plain)
    {
        var directions = profile.ObeysOneWays ? plain : SegmentDirections.Both;
        for (var i = 1; i < profile.Access.Keys.Count; i++)
            directions = DirectionsOf(tags["oneway:" + profile.Access.Keys[i]]) ?? directions;
        return directions;
    }

    private static SegmentDirections? DirectionsOf(string? value) => value switch
    {
        "yes" or "true" or "1" => SegmentDirections.Forward,
        "-1" or "reverse" => SegmentDirections.Backward,
        "no" or "false" or "0" => SegmentDirections.Both,
        _ => null,
    };
}
