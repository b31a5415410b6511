using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Terminals;

namespace Territory.Roads.Osm;

/// <summary>A shop or food place as the map knows it; it becomes a terminal (终端) when a region is imported.</summary>
public sealed record OsmOutlet
{
    /// <summary>"node/123" or "way/123".</summary>
    public required string Id { get; init; }

    /// <summary>The name as written on the spot, usually in the local language; null when the map has none.</summary>
    public string? Name { get; init; }

    public string? NameZh { get; init; }

    public string? NameEn { get; init; }

    public string? Brand { get; init; }

    public required TerminalKind Kind { get; init; }

    /// <summary>The tag that decided the kind, for example "shop=convenience".</summary>
    public required string Tag { get; init; }

    /// <summary>A node's position, or the centroid of a way's outline.</summary>
    public required GeoPoint Location { get; init; }

    /// <summary>Unknown (no periods) when the map has none or they cannot be read.</summary>
    public OpeningHours OpeningHours { get; init; } = new([]);

    /// <summary>The opening hours as the map writes them.</summary>
    public string? OpeningHoursText { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }
}
