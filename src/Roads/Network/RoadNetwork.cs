using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Hierarchy;
using Territory.Roads.Map;
using Territory.Roads.Profiles;
using Territory.Roads.Snapping;

namespace Territory.Roads.Network;

/// <summary>An immutable road network (路网): junctions, segments with geometry, who may use them and how fast. Safe to share between threads.</summary>
public sealed class RoadNetwork
{
    /// <summary>How far from a road an outlet may lie by default and still be served by it.</summary>
    public const double DefaultSnapMeters = 2000;

    private readonly ModeRoads[] modes;
    private readonly Lazy<string> fingerprint;
    private readonly ConcurrentDictionary<string, byte[]> sections;

    internal RoadNetwork(RoadTables tables)
        : this(tables, new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal))
    {
    }

    /// <param name="sections">Of the network's file: what was prepared before; each is taken out when it is used.</param>
    internal RoadNetwork(RoadTables tables, ConcurrentDictionary<string, byte[]> sections)
        : this(
            tables,
            [.. Enum.GetValues<TravelMode>().Select(mode => Found(tables, TravelProfile.For(mode), sections))],
            new Lazy<string>(() => FingerprintOf(tables)),
            sections)
    {
    }

    private RoadNetwork(RoadTables tables, ModeRoads[] modes, Lazy<string> fingerprint, ConcurrentDictionary<string, byte[]> sections)
    {
        Tables = tables;
        this.modes = modes;
        this.fingerprint = fingerprint;
        this.sections = sections;
        Bounds = BoundsOf(tables);
    }

    /// <summary>Junctions, dead ends included; points along a road are not counted.</summary>
    public int NodeCount => Tables.NodeCount;

    /// <summary>Undirected stretches of road between junctions.</summary>
    public int SegmentCount => Tables.SegmentCount;

    /// <summary>Directions of segments that some vehicle may travel.</summary>
    public int DirectedEdgeCount => Tables.SegmentAccess.Sum(access =>
        ((access & (int)TravelModes.Motor) != 0 ? 1 : 0) + (((access >> 4) & (int)TravelModes.Motor) != 0 ? 1 : 0));

    public GeoBounds Bounds { get; }

    /// <summary>Tells this network's junctions and segments from any other's, for data that names segments by number: 32 hexadecimal digits.</summary>
    public string Fingerprint => fingerprint.Value;

    /// <summary>Known turn restrictions (转向限制), those that hold at some hours only included.</summary>
    public IReadOnlyList<TurnRestriction> TurnRestrictions => Tables.Restrictions;

    /// <summary>What opens or closes segments at some hours or to heavy vehicles, in ascending order of segments.</summary>
    public IReadOnlyList<AccessRule> AccessRules => Tables.AccessRules;

    /// <summary>Whether traffic keeps to the left (靠左行驶).</summary>
    public bool DrivesOnLeft => Tables.DrivesOnLeft;

    /// <summary>Water, green, built-up land and place names, for the map.</summary>
    public IReadOnlyList<MapFeature> MapFeatures => Tables.Features;

    internal RoadTables Tables { get; }

    /// <summary>The fingerprint for those who may never have to know it: hashing the columns takes a moment.</summary>
    internal Lazy<string> LazyFingerprint => fingerprint;

    public GeoPoint NodePoint(int node) => new(
        Tables.NodeLongitude[node] / RoadTables.CoordinateScale, Tables.NodeLatitude[node] / RoadTables.CoordinateScale);

    public RoadSegment Segment(int index) => new(
        index,
        Tables.SegmentFrom[index],
        Tables.SegmentTo[index],
        (RoadClass)Tables.SegmentClass[index],
        Tables.SegmentName[index] < 0 ? null : Tables.Names[Tables.SegmentName[index]],
        Tables.SegmentLengthCentimeters[index] / 100.0,
        (RoadStructure)Tables.SegmentStructure[index],
        (TravelModes)(Tables.SegmentAccess[index] & 15),
        (TravelModes)(Tables.SegmentAccess[index] >> 4))
    {
        Surface = (RoadSurface)Tables.SegmentSurface[index],
        Traits = (RoadTraits)Tables.SegmentTraits[index],
        Limits = Tables.Limits[Tables.SegmentLimits[index]],
        DestinationOnly = (TravelModes)Tables.SegmentDestination[index],
        SignalsForward = Tables.SegmentSignals[index] & 15,
        SignalsBackward = Tables.SegmentSignals[index] >> 4,
    };

    /// <summary>Whether the junction has traffic lights, or is a crossing with traffic lights.</summary>
    public bool HasSignals(int node) => Tables.NodeSignals[node] != 0;

    /// <summary>The posted limits along and against a segment; 0 where none is known. For a ferry with a timetable, its speed.</summary>
    public (double Forward, double Backward) SpeedLimitsKmh(int segment) =>
        (Tables.SegmentSpeedForward[segment] / 10.0, Tables.SegmentSpeedBackward[segment] / 10.0);

    /// <summary>The polyline of a segment from its From node to its To node.</summary>
    public IReadOnlyList<GeoPoint> Polyline(int segment)
    {
        var start = Tables.ShapeStart[segment];
        var points = new GeoPoint[Tables.ShapeStart[segment + 1] - start];
        for (var i = 0; i < points.Length; i++)
            points[i] = Tables.ShapePoint(start + i);
        return points;
    }

    /// <summary>Every undirected road once, for drawing.</summary>
    public IEnumerable<RoadGeometry> RoadGeometries() => Enumerable.Range(0, SegmentCount).Select(index =>
    {
        var segment = Segment(index);
        return new RoadGeometry(segment.Class, segment.Name, segment.Structure, segment.IsOneWay, Polyline(index));
    });

    /// <summary>The nearest point on a road that the mode may travel and leave again, or null when none lies within the limit.</summary>
    /// <remarks>The same network, point and mode always give the same answer; of equally near segments the one with the lowest number is taken.</remarks>
    public SnappedPoint? Snap(GeoPoint point, TravelMode mode, double maxMeters = DefaultSnapMeters) => For(mode).Snap(point, maxMeters);

    /// <summary>The nearest point of each road that the mode may travel and leave again within a radius, nearest first, at most so many.</summary>
    public IReadOnlyList<SnappedPoint> SnapAll(GeoPoint point, TravelMode mode, double radiusMeters, int most) => For(mode).SnapAll(point, radiusMeters, most);

    /// <summary>Whether a segment belongs to a connected network of a mode: from each of its points each other one of that network can be reached and left.</summary>
    public bool IsMain(int segment, TravelMode mode) => For(mode).Foundation.Graph.Contains(segment);

    /// <summary>How many directions of segments a mode may travel and leave again.</summary>
    public int ArcCount(TravelMode mode) => For(mode).Foundation.Graph.VertexCount;

    /// <summary>Strongly connected components of a mode, largest first, in directions of segments.</summary>
    public IReadOnlyList<int> ComponentSizes(TravelMode mode) => For(mode).Foundation.Graph.ComponentSizes;

    /// <summary>The profile by which a mode travels.</summary>
    public TravelProfile ProfileOf(TravelMode mode) => For(mode).Profile;

    /// <summary>The same network, under the same conditions, for a vehicle of its own, which takes the place of its mode's.</summary>
    public RoadNetwork With(TravelProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ModeRoads[] changed = [.. modes];
        changed[(int)profile.Mode] = Found(Tables, profile, sections).Under(For(profile.Mode).Conditions);
        return new RoadNetwork(Tables, changed, fingerprint, sections);
    }

    /// <summary>The same network under closures, zones and learned speeds, which replace earlier ones. Costs little: what was contracted stays.</summary>
    /// <exception cref="ArgumentException">The conditions were made on another network, whose segments have other numbers.</exception>
    public RoadNetwork With(RoadConditions conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        if (conditions.Network is { } network && !ReferenceEquals(network, fingerprint) && network.Value != Fingerprint)
            throw new ArgumentException("The conditions were made on another road network; make them on this one.", nameof(conditions));
        return new RoadNetwork(Tables, [.. modes.Select(mode => mode.Under(conditions))], fingerprint, sections);
    }

    /// <summary>Works out now, and keeps, what the first request for any mode would have to wait for. Saved with the network, it need not be done again.</summary>
    public void Prepare()
    {
        foreach (var mode in Enum.GetValues<TravelMode>())
            Prepare(mode);
    }

    /// <summary>Works out now, and keeps, what the first request for a mode would have to wait for.</summary>
    public void Prepare(TravelMode mode)
    {
        _ = For(mode).WholeDay;
        _ = For(mode).Foundation.Index;
    }

    /// <summary>Writes the network with its map features to one file; an existing file is replaced only when the new one is complete.</summary>
    public void Save(string path) => RoadsFile.Write(Tables, PreparedSections(), path);

    /// <exception cref="Territory.Model.Problems.InvalidInputException">The file is not a network, is of another version, or is damaged.</exception>
    public static RoadNetwork Load(string path)
    {
        var (tables, sections) = RoadsFile.Read(path);
        return new RoadNetwork(tables, new ConcurrentDictionary<string, byte[]>(sections, StringComparer.Ordinal));
    }

    internal ModeRoads For(TravelMode mode) => modes[(int)mode];

    internal RoadHierarchy HierarchyFor(TravelMode mode) => For(mode).WholeDay;

    /// <summary>What is worth keeping beside the tables: profiles that are prepared, and what the network's file held of the others.</summary>
    internal IReadOnlyDictionary<string, byte[]> PreparedSections()
    {
        var prepared = new Dictionary<string, byte[]>(sections, StringComparer.Ordinal);
        foreach (var mode in modes.Where(mode => mode.IsFounded))
            prepared[PreparedFormat.NameFor(mode.Profile)] = PreparedFormat.Write(Tables, mode.Profile, mode.Foundation);
        return prepared;
    }

    private static ModeRoads Found(RoadTables tables, TravelProfile profile, ConcurrentDictionary<string, byte[]> sections) =>
        new(tables, profile, RoadConditions.None, new Lazy<ModeFoundation>(() => Taken(tables, profile, sections) ?? ModeFoundation.Lay(tables, profile)));

    /// <summary>What the file held for this very profile. It is taken out then; what belongs to another profile of the mode stays for that one.</summary>
    private static ModeFoundation? Taken(RoadTables tables, TravelProfile profile, ConcurrentDictionary<string, byte[]> sections)
    {
        var name = PreparedFormat.NameFor(profile);
        if (!sections.TryGetValue(name, out var section) || PreparedFormat.Read(tables, profile, section) is not { } prepared)
            return null;
        sections.TryRemove(name, out _);
        return prepared;
    }

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
