using System.Globalization;
using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Reads a way's tags as a road: class, directions, access, rules, limits, surface.</summary>
/// <remarks>Source: the OpenStreetMap wiki on highway, maxspeed, service, toll and ferry tagging.</remarks>
internal sealed class RoadTagReader(ImportProfiles profiles, OsmImportCounts counts)
{
    private const double MilesToKilometers = 1.609344;
    private const double KnotsToKmh = 1.852;

    private readonly AccessTagReader access = new(profiles, counts);
    private readonly OneWayTagReader oneWays = new(profiles, counts);

    /// <summary>Null when the way is no road, or one that nobody may ever use; the reason tells the second from the first.</summary>
    public RoadAttributes? Read(OsmTags tags, out string? reason)
    {
        reason = null;
        if (ClassOf(tags) is not { } roadClass)
            return null;
        var signs = access.Read(tags, roadClass);
        var (along, against) = oneWays.Read(tags, roadClass);
        var (forward, backward) = (signs.Forward & along, signs.Backward & against);
        IReadOnlyList<WayRule> rules = [.. signs.Rules.SelectMany(rule => WithinOneWay(rule, along, against)), .. oneWays.Conditions(tags, signs.Forward | signs.Backward)];
        if (OneWayTagReader.IsReversible(tags))
        {
            forward &= ~Obedient;
            backward &= ~Obedient;
            rules = [];
            reason = "road.oneway.reversible";
        }

        if ((forward | backward) == TravelModes.None && !rules.Any(rule => rule.Allows))
        {
            reason ??= "road.access.none";
            return null;
        }

        var limit = Speed(tags["maxspeed"]);
        return new RoadAttributes
        {
            Class = roadClass,
            Forward = forward,
            Backward = backward,
            DestinationOnly = signs.Destination,
            Rules = rules,
            Structure = StructureOf(tags),
            Surface = SurfaceTagReader.Read(tags),
            Traits = TraitsOf(tags),
            Limits = LimitTagReader.Read(tags, counts),
            Name = tags.First("name", "name:zh", "name:en", "ref"),
            MaxSpeedKmh = Speed(tags["maxspeed:forward"]) ?? limit,
            MaxSpeedBackwardKmh = Speed(tags["maxspeed:backward"]) ?? limit,
            Crossing = roadClass == RoadClass.Ferry ? DurationOf(tags["duration"]) : null,
        };
    }

    private TravelModes Obedient => profiles.Where(profile => profile.ObeysOneWays);

    /// <summary>A rule that opens a road opens it only in the directions that its one-way allows; one that closes it stays as it is.</summary>
    private static IEnumerable<WayRule> WithinOneWay(WayRule rule, TravelModes along, TravelModes against)
    {
        if (!rule.Allows || ((rule.Modes & ~along) == TravelModes.None && (rule.Modes & ~against) == TravelModes.None))
            return [rule];
        WayRule[] parts =
        [
            rule with { Directions = rule.Directions & SegmentDirections.Forward, Modes = rule.Modes & along },
            rule with { Directions = rule.Directions & SegmentDirections.Backward, Modes = rule.Modes & against },
        ];
        return parts.Where(part => part.Directions != SegmentDirections.None && part.Modes != TravelModes.None);
    }

    private static RoadClass? ClassOf(OsmTags tags)
    {
        if (tags.Is("route", "ferry") || tags.Is("ferry", "yes"))
            return RoadClass.Ferry;
        return tags["highway"] switch
        {
            "motorway" => RoadClass.Motorway,
            "motorway_link" => RoadClass.MotorwayLink,
            "trunk" => RoadClass.Trunk,
            "trunk_link" => RoadClass.TrunkLink,
            "primary" => RoadClass.Primary,
            "primary_link" => RoadClass.PrimaryLink,
            "secondary" => RoadClass.Secondary,
            "secondary_link" => RoadClass.SecondaryLink,
            "tertiary" => RoadClass.Tertiary,
            "tertiary_link" => RoadClass.TertiaryLink,
            "unclassified" or "road" => RoadClass.Unclassified,
            "residential" => RoadClass.Residential,
            "living_street" => RoadClass.LivingStreet,
            "service" => RoadClass.Service,
            "track" => RoadClass.Track,
            "pedestrian" => RoadClass.Pedestrian,
            "cycleway" => RoadClass.Cycleway,
            "footway" => RoadClass.Footway,
            "path" or "bridleway" => RoadClass.Path,
            "steps" => RoadClass.Steps,
            _ => null,
        };
    }

    private static RoadStructure StructureOf(OsmTags tags) =>
        (tags["bridge"] is not (null or "no") ? RoadStructure.Bridge : RoadStructure.None)
        | (tags["tunnel"] is not (null or "no") ? RoadStructure.Tunnel : RoadStructure.None)
        | (OneWayTagReader.IsRoundabout(tags) ? RoadStructure.Roundabout : RoadStructure.None);

    private static RoadTraits TraitsOf(OsmTags tags) =>
        (tags.Is("toll", "yes") ? RoadTraits.Toll : RoadTraits.None)
        | (tags.Is("highway", "service") ? ServiceOf(tags["service"]) : RoadTraits.None);

    private static RoadTraits ServiceOf(string? kind) => kind switch
    {
        "driveway" => RoadTraits.Driveway,
        "parking_aisle" => RoadTraits.ParkingAisle,
        "alley" => RoadTraits.Alley,
        "drive-through" => RoadTraits.DriveThrough,
        _ => RoadTraits.None,
    };

    /// <summary>A posted limit in km/h; null for what is no number or no believable limit.</summary>
    internal static double? Speed(string? text)
    {
        if (text is null)
            return null;
        var trimmed = text.AsSpan().Trim();
        var digits = 0;
        while (digits < trimmed.Length && (char.IsAsciiDigit(trimmed[digits]) || trimmed[digits] == '.'))
            digits++;
        if (!double.TryParse(trimmed[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        var unit = trimmed[digits..].Trim();
        var factor = unit switch
        {
            "" or "km/h" or "kmh" or "kph" => 1,
            "mph" => MilesToKilometers,
            "knots" => KnotsToKmh,
            _ => 0,
        };
        var speed = number * factor;
        return speed is >= 5 and <= 200 ? speed : null;
    }

    /// <summary>"hh:mm", "hh:mm:ss", minutes, or ISO 8601 such as PT25M.</summary>
    internal static TimeSpan? DurationOf(string? text)
    {
        var duration = text switch
        {
            null => null,
            ['P', ..] => IsoDuration(text),
            _ when text.Contains(':', StringComparison.Ordinal) => ClockDuration(text),
            _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? TimeSpan.FromMinutes(minutes) : (TimeSpan?)null,
        };
        return duration > TimeSpan.Zero && duration < TimeSpan.FromDays(7) ? duration : null;
    }

    private static TimeSpan? ClockDuration(string text)
    {
        var parts = text.Split(':');
        var seconds = 0L;
        foreach (var part in parts)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > 1000)
                return null;
            seconds = (seconds * 60) + value;
        }

        return parts.Length switch
        {
            2 => TimeSpan.FromSeconds(seconds * 60),
            3 => TimeSpan.FromSeconds(seconds),
            _ => null,
        };
    }

    private static TimeSpan? IsoDuration(string text)
    {
        try
        {
            return System.Xml.XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }
}
