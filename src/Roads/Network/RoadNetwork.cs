using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Map;
using Territory.Roads.Profiles;
using Territory.Roads.Search;
using Territory.Roads.Snapping;

namespace Territory.Roads.Network;

/// <summary>An immutable road network (路网): junctions, segments with geometry, who may use them and how fast. Safe to share between threads.</summary>
public sealed class RoadNetwork
{
    /// <summary>How far from a road an outlet may lie by default and still be served by it.</summary>
    public const double DefaultSnapMeters = 2000;

    private readonly RoadTables tables;
    private readonly Lazy<ModeGraph>[] graphs;
    private readonly Lazy<SegmentIndex>[] indexes;
    private readonly Lazy<string> fingerprint;

    internal RoadNetwork(RoadTables tables)
    {
        this.tables = tables;
        graphs = [.. Enum.GetValues<TravelMode>().Select(mode => new Lazy<ModeGraph>(() => ModeGraphBuilder.Build(tables, TravelProfile.For(mode))))];
        indexes = [.. Enum.GetValues<TravelMode>().Select(mode => new Lazy<SegmentIndex>(() => new SegmentIndex(tables, GraphFor(mode))))];
        fingerprint = new Lazy<string>(() => FingerprintOf(tables));
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

    /// <summary>Tells this network's junctions and segments from any other's, for data that names segments by number: 32 hexadecimal digits.</summary>
    public string Fingerprint => fingerprint.Value;

    /// <summary>Known turn restrictions. They are kept for a search over turns; today's shortest paths do not obey them.</summary>
    public IReadOnlyList<TurnRestriction> TurnRestrictions => tables.Restrictions;

    /// <summary>What opens or closes segments at some hours or to heavy vehicles, in ascending order of segments.</summary>
    public IReadOnlyList<AccessRule> AccessRules => tables.AccessRules;

    /// <summary>Whether traffic keeps to the left (靠左行驶).</summary>
    public bool DrivesOnLeft => tables.DrivesOnLeft;

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
        (TravelModes)(tables.SegmentAccess[index] >> 4))
    {
        Surface = (RoadSurface)tables.SegmentSurface[index],
        Traits = (RoadTraits)tables.SegmentTraits[index],
        Limits = tables.Limits[tables.SegmentLimits[index]],
        DestinationOnly = (TravelModes)tables.SegmentDestination[index],
        SignalsForward = tables.SegmentSignals[index] & 15,
        SignalsBackward = tables.SegmentSignals[index] >> 4,
    };

    /// <summary>Whether the junction has traffic lights, or is a crossing with traffic lights.</summary>
    public bool HasSignals(int node) => tables.NodeSignals[node] != 0;

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

    /// <summary>Whether a segment belongs to the main connected network of a mode: from each of its points each other one can be reached and left.</summary>
    public bool IsMain(int segment, TravelMode mode) => GraphFor(mode).Contains(segment);

    /// <summary>How many junctions the main connected network of a mode has.</summary>
    public int MainNodeCount(TravelMode mode) => GraphFor(mode).NodeCount;

    /// <summary>Strongly connected components of a mode, largest first, in junctions.</summary>
    public IReadOnlyList<int> ComponentSizes(TravelMode mode) => GraphFor(mode).ComponentSizes;

    /// <summary>Writes the network with its map features to one file; an existing file is replaced only when the new one is complete.</summary>
    public void Save(string path) => RoadsFile.Write(this, path);

    /// <exception cref="Territory.Model.Problems.InvalidInputException">The file is not a network, is of another version, or is damaged.</exception>
    public static RoadNetwork Load(string path) => RoadsFile.Read(path).Network;

    internal ModeGraph GraphFor(TravelMode mode) => graphs[(int)mode].Value;

    private static string FingerprintOf(RoadTables tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var column in (ReadOnlySpan<int[]>)[tables.NodeLongitude, tables.NodeLatitude, tables.SegmentFrom, tables.SegmentTo, tables.SegmentLengthCentimeters])
            hash.AppendData(MemoryMarshal.AsBytes<int>(column));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
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
