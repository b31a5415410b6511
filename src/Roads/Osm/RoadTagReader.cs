using System.Globalization;
using Territory.Roads.Network;
using Territory.Roads.Osm.Pbf;

namespace Territory.Roads.Osm;

/// <summary>Reads a way's tags as a road: class, direction, access, limits.</summary>
/// <remarks>Source: the OpenStreetMap wiki on highway, oneway, access, maxspeed and ferry tagging.</remarks>
internal static class RoadTagReader
{
    private const double MilesToKilometers = 1.609344;
    private const double KnotsToKmh = 1.852;

    /// <summary>Null when the way is no road, or one that nobody may use; the reason tells the second from the first.</summary>
    public static RoadAttributes? Read(OsmTags tags, out string? reason)
    {
        reason = null;
        var roadClass = ClassOf(tags);
        if (roadClass is not { } found)
            return null;
        var access = AccessTagReader.Read(tags, found);
        if (access == TravelModes.None)
        {
            reason = "road.access.none";
            return null;
        }

        var direction = DirectionOf(tags, found, out var isReversible);
        if (isReversible)
        {
            access &= TravelModes.Foot;
            reason = "road.oneway.reversible";
            if (access == TravelModes.None)
                return null;
        }

        var limit = Speed(tags["maxspeed"]);
        return new RoadAttributes(
            found,
            direction,
            access,
            tags.Is("oneway:motorcycle", "no") ? TravelModes.Motorbike : TravelModes.None,
            StructureOf(tags),
            tags.First("name", "name:zh", "name:en", "ref"),
            Speed(tags["maxspeed:forward"]) ?? limit,
            Speed(tags["maxspeed:backward"]) ?? limit,
            found == RoadClass.Ferry ? DurationOf(tags["duration"]) : null);
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

    private static WayDirection DirectionOf(OsmTags tags, RoadClass roadClass, out bool isReversible)
    {
        isReversible = false;
        switch (tags["oneway"])
        {
            case "yes" or "true" or "1":
                return WayDirection.Forward;
            case "-1" or "reverse":
                return WayDirection.Backward;
            case "no" or "false" or "0":
                return WayDirection.Both;
            case "reversible":
                isReversible = true;
                return WayDirection.Both;
            default:
                return roadClass == RoadClass.Motorway || IsRoundabout(tags) ? WayDirection.Forward : WayDirection.Both;
        }
    }

    private static bool IsRoundabout(OsmTags tags) => tags["junction"] is "roundabout" or "circular";

    private static RoadStructure StructureOf(OsmTags tags) =>
        (tags["bridge"] is not (null or "no") ? RoadStructure.Bridge : RoadStructure.None)
        | (tags["tunnel"] is not (null or "no") ? RoadStructure.Tunnel : RoadStructure.None)
        | (IsRoundabout(tags) ? RoadStructure.Roundabout : RoadStructure.None);

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
