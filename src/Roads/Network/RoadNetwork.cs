using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Hierarchy;
using Territory.Roads.Map;
using Territory.Roads.Profiles;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Network;

/// <summary>An immutable road network (路网): junctions, segments with geometry, who may use them and how fast. Safe to share between threads.</summary>
public sealed class RoadNetwork
{
    /// <summary>How far from a road an outlet may lie by default and still be served by it.</summary>
    public const double DefaultSnapMeters = 2000;

    private readonly RoadTables tables;
    private readonly Lazy<RoadHierarchy>[] hierarchies;
    private readonly Lazy<SegmentIndex>[] indexes;

    internal RoadNetwork(RoadTables tables)
    {
        this.tables = tables;
        hierarchies = [.. Enum.GetValues<TravelMode>().Select(mode => new Lazy<RoadHierarchy>(() => Prepare(TravelProfile.For(mode))))];
        indexes = [.. Enum.GetValues<TravelMode>().Select(mode => new Lazy<SegmentIndex>(() => new SegmentIndex(tables, HierarchyFor(mode).Graph, mode)))];
        Bounds = BoundsOf(tables);
    }

    /// <summary>Junctions, dead ends included; points along a road are not counted.</summary>
    public int NodeCount => tables.NodeCount;

    /// <summary>Undirected stretches of road between junctions.</summary>
    public int SegmentCount => tables.SegmentCount;

    /// <summary>Directions of segments that some vehicle may travel.</summary>
    public int DirectedEdgeCount => tables.SegmentAccess.Sum(access =>
        ((access & (int)TravelModes.Motor) != 0 ? 1 : 0) + (((access >> 4) & (int)TravelModes.Motor) != 0 ? 1 : 0));

    public GeoBounds Bounds { get; }

    /// <summary>Known turn restrictions. They are kept for a search over turns; today's shortest paths do not obey them.</summary>
    public IReadOnlyList<TurnRestriction> TurnRestrictions => tables.Restrictions;

    /// <summary>Water, green, built-up land and place names, for the map.</summary>
    public IReadOnlyList<MapFeature> MapFeatures => tables.Features;

    internal RoadTables Tables => tables;

    public GeoPoint NodePoint(int node) => new(
        tables.NodeLongitude[node] / RoadTables.CoordinateScale, tables.NodeLatitude[node] / RoadTables.CoordinateScale);

    public RoadSegment Segment(int index) => new(
        index,
        tables.SegmentFrom[index],
        tables.SegmentTo[index],
        (RoadClass)tables.SegmentClass[index],
        tables.SegmentName[index] < 0 ? null : tables.Names[tables.SegmentName[index]],
        tables.SegmentLengthCentimeters[index] / 100.0,
        (RoadStructure)tables.SegmentStructure[index],
        (TravelModes)(tables.SegmentAccess[index] & 15),
        (TravelModes)(tables.SegmentAccess[index] >> 4));

    /// <summary>The posted limits along and against a segment; 0 where none is known. For a ferry with a timetable, its speed.</summary>
    public (double Forward, double Backward) SpeedLimitsKmh(int segment) =>
        (tables.SegmentSpeedForward[segment] / 10.0, tables.SegmentSpeedBackward[segment] / 10.0);

    /// <summary>The polyline of a segment from its From node to its To node.</summary>
    public IReadOnlyList<GeoPoint> Polyline(int segment)
    {
        var start = tables.ShapeStart[segment];
        var points = new GeoPoint[tables.ShapeStart[segment + 1] - start];
        for (var i = 0; i < points.Length; i++)
            points[i] = tables.ShapePoint(start + i);
        return points;
    }

    /// <summary>Every undirected road once, for drawing.</summary>
    public IEnumerable<RoadGeometry> RoadGeometries() => Enumerable.Range(0, SegmentCount).Select(index =>
    {
        var segment = Segment(index);
        return new RoadGeometry(segment.Class, segment.Name, segment.Structure, segment.IsOneWay, Polyline(index));
    });

    /// <summary>The nearest point on a road of the main connected network for that mode, or null when none lies within the limit.</summary>
    /// <remarks>The same network, point and mode always give the same answer; of equally near segments the one with the lowest number is taken.</remarks>
    public SnappedPoint? Snap(GeoPoint point, TravelMode mode, double maxMeters = DefaultSnapMeters) => indexes[(int)mode].Value.Nearest(point, maxMeters);

    /// <summary>The nearest point of each road of the main connected network within a radius, nearest first, at most so many.</summary>
    public IReadOnlyList<SnappedPoint> SnapAll(GeoPoint point, TravelMode mode, double radiusMeters, int most) =>
        indexes[(int)mode].Value.Within(point, radiusMeters, most);

    /// <summary>Whether a segment belongs to the main connected network of a mode: from each of its points each other one can be reached and left.</summary>
    public bool IsMain(int segment, TravelMode mode) => HierarchyFor(mode).Graph.Contains(segment);

    /// <summary>How many directions of segments a mode may travel and leave again.</summary>
    public int ArcCount(TravelMode mode) => HierarchyFor(mode).Graph.VertexCount;

    /// <summary>Strongly connected components of a mode, largest first, in directions of segments.</summary>
    public IReadOnlyList<int> ComponentSizes(TravelMode mode) => HierarchyFor(mode).Graph.ComponentSizes;

    /// <summary>Writes the network with its map features to one file; an existing file is replaced only when the new one is complete.</summary>
    public void Save(string path) => RoadsFile.Write(this, path);

    /// <exception cref="Territory.Model.Problems.InvalidInputException">The file is not a network, is of another version, or is damaged.</exception>
    public static RoadNetwork Load(string path) => RoadsFile.Read(path);

    internal RoadHierarchy HierarchyFor(TravelMode mode) => hierarchies[(int)mode].Value;

    private RoadHierarchy Prepare(TravelProfile profile)
    {
        var milliseconds = new int[2 * SegmentCount];
        for (var arc = 0; arc < milliseconds.Length; arc++)
            milliseconds[arc] = profile.MillisecondsAlong(tables, arc >> 1, (arc & 1) == 0);
        return RoadHierarchy.Prepare(TurnGraphBuilder.Build(tables, profile, new ArcTimes(milliseconds)));
    }

    private static GeoBounds BoundsOf(RoadTables tables)
    {
        if (tables.ShapeLongitude.Length == 0)
            return GeoBounds.Empty;
        return new GeoBounds(
            tables.ShapeLongitude.Min() / RoadTables.CoordinateScale,
            tables.ShapeLatitude.Min() / RoadTables.CoordinateScale,
            tables.ShapeLongitude.Max() / RoadTables.CoordinateScale,
            tables.ShapeLatitude.Max() / RoadTables.CoordinateScale);
    }
}
