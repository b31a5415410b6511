using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Travel;

namespace Territory.Model.Reps;

/// <summary>A sales representative (业务员) with an area of terminals to call on.</summary>
public sealed record RepFile
{
    public required RepId Id { get; init; }

    public required RegionId Region { get; init; }

    public required DistributorId Distributor { get; init; }

    public required string Name { get; init; }

    public string? Phone { get; init; }

    /// <summary>Where the day starts and ends.</summary>
    public required GeoPoint Start { get; init; }

    public required TimeWindow Shift { get; init; }

    public required TravelMode TravelMode { get; init; }

    /// <summary>The responsibility area (责任区) as a WGS-84 polygon or multipolygon; null where none is drawn.</summary>
    [JsonConverter(typeof(GeometryConverter))]
    public Geometry? Area { get; init; }
}
