using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using Territory.Roads.Network;

namespace Territory.Roads.Zones;

/// <summary>An area that some vehicles may not drive in at some hours (限行区域), or only a name for an area whose speeds differ.</summary>
public sealed record TrafficZone
{
    /// <summary>Unique in its file; profiles give zone factors by it.</summary>
    public required string Name { get; init; }

    /// <summary>Polygon or multipolygon in WGS-84 degrees, x the longitude.</summary>
    public required Geometry Area { get; init; }

    /// <summary>The modes that are kept out; none: the zone only names an area.</summary>
    public TravelModes Modes { get; init; }

    /// <summary>Only vehicles heavier than this are kept out, in units of 10 kg; 0: all of <see cref="Modes"/>.</summary>
    public ushort HeavierThanTenKilograms { get; init; }

    /// <summary>When they are kept out; null: always.</summary>
    public WeeklySchedule? Hours { get; init; }

    /// <summary>The segments whose middle, by length, lies in the area or on its border, in ascending order.</summary>
    /// <remarks>Complexity: linear in segments for the bounding box, and one point-in-polygon test for each within it.</remarks>
    public IReadOnlyList<int> SegmentsOf(RoadNetwork network)
    {
        var found = new List<int>();
        var tables = network.Tables;
        var bounds = Area.EnvelopeInternal;
        var prepared = PreparedGeometryFactory.Prepare(Area);
        for (var segment = 0; segment < tables.SegmentCount; segment++)
        {
            if (MayHaveItsMiddleIn(bounds, tables, segment) && Middle(tables, segment) is var middle && bounds.Contains(middle)
                && prepared.Covers(Area.Factory.CreatePoint(middle)))
                found.Add(segment);
        }

        return found;
    }

    /// <summary>A cheap test by the segment's points before its middle is measured.</summary>
    private static bool MayHaveItsMiddleIn(Envelope bounds, RoadTables tables, int segment)
    {
        var box = new Envelope();
        for (var i = tables.ShapeStart[segment]; i < tables.ShapeStart[segment + 1]; i++)
            box.ExpandToInclude(tables.ShapeLongitude[i] / RoadTables.CoordinateScale, tables.ShapeLatitude[i] / RoadTables.CoordinateScale);
        return bounds.Intersects(box);
    }

    private static Coordinate Middle(RoadTables tables, int segment)
    {
        var (start, last) = (tables.ShapeStart[segment], tables.ShapeStart[segment + 1] - 1);
        var total = 0.0;
        for (var i = start; i < last; i++)
            total += tables.ShapePoint(i).MetersTo(tables.ShapePoint(i + 1));
        var left = total / 2;
        for (var i = start; i < last; i++)
        {
            var (a, b) = (tables.ShapePoint(i), tables.ShapePoint(i + 1));
            var meters = a.MetersTo(b);
            if (meters > 0 && (left <= meters || i + 1 == last))
            {
                var share = Math.Min(1, left / meters);
                return new Coordinate(a.Longitude + (share * (b.Longitude - a.Longitude)), a.Latitude + (share * (b.Latitude - a.Latitude)));
            }

            left -= meters;
        }

        return new Coordinate(tables.ShapePoint(start).Longitude, tables.ShapePoint(start).Latitude);
    }
}
