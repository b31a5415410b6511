using Territory.Model.Geography;
using Territory.Roads.Map;

namespace Territory.Roads.Network;

/// <summary>The columns of a network: one entry per segment, per junction node or per shape point. Immutable once a <see cref="RoadNetwork"/> holds it.</summary>
internal sealed class RoadTables
{
    /// <summary>Degrees times this are the stored integer coordinates, as in OpenStreetMap.</summary>
    public const double CoordinateScale = 1e7;

    public required int[] NodeLongitude { get; init; }

    public required int[] NodeLatitude { get; init; }

    public required int[] SegmentFrom { get; init; }

    public required int[] SegmentTo { get; init; }

    public required byte[] SegmentClass { get; init; }

    public required byte[] SegmentStructure { get; init; }

    /// <summary>Index into <see cref="Names"/>, or -1.</summary>
    public required int[] SegmentName { get; init; }

    /// <summary>Low four bits: modes along the segment; high four bits: modes against it.</summary>
    public required byte[] SegmentAccess { get; init; }

    /// <summary>Tenths of km/h along the segment; 0: by class.</summary>
    public required ushort[] SegmentSpeedForward { get; init; }

    public required ushort[] SegmentSpeedBackward { get; init; }

    /// <summary>Whether the speeds are a timetable's and not a limit: 1 or 0.</summary>
    public required byte[] SegmentTimetabled { get; init; }

    /// <summary>A <see cref="RoadSurface"/>.</summary>
    public required byte[] SegmentSurface { get; init; }

    /// <summary>A set of <see cref="RoadTraits"/>.</summary>
    public required byte[] SegmentTraits { get; init; }

    /// <summary>Modes that may use the segment only to get to something on it (access=destination and the like): not for through traffic.</summary>
    public required byte[] SegmentDestination { get; init; }

    /// <summary>Index into <see cref="Limits"/>; 0: no limit known.</summary>
    public required int[] SegmentLimits { get; init; }

    /// <summary>Traffic lights between the segment's ends that stop traffic along it (low four bits) and against it (high four bits); those at its ends are <see cref="NodeSignals"/>.</summary>
    public required byte[] SegmentSignals { get; init; }

    public required int[] SegmentLengthCentimeters { get; init; }

    /// <summary>First shape point of each segment, with one entry more at the end; a segment's first and last shape points are its nodes.</summary>
    public required int[] ShapeStart { get; init; }

    public required int[] ShapeLongitude { get; init; }

    public required int[] ShapeLatitude { get; init; }

    /// <summary>1 where the junction has traffic lights, or is a crossing with traffic lights; else 0.</summary>
    public required byte[] NodeSignals { get; init; }

    /// <summary>The different limits that segments have; the first is <see cref="VehicleLimits.None"/>.</summary>
    public required VehicleLimits[] Limits { get; init; }

    /// <summary>In ascending order of segments; a segment's rules in the order in which they override each other.</summary>
    public required AccessRule[] AccessRules { get; init; }

    /// <summary>Whether traffic keeps to the left (靠左行驶).</summary>
    public required bool DrivesOnLeft { get; init; }

    public required string[] Names { get; init; }

    /// <summary>Nodes that some modes cannot pass, in ascending order.</summary>
    public required int[] BarrierNodes { get; init; }

    public required byte[] BarrierModes { get; init; }

    public required IReadOnlyList<TurnRestriction> Restrictions { get; init; }

    public required IReadOnlyList<MapFeature> Features { get; init; }

    public int SegmentCount => SegmentFrom.Length;

    public int NodeCount => NodeLongitude.Length;

    /// <summary>The timed and weight-bound rules of a segment, both directions.</summary>
    public ReadOnlySpan<AccessRule> RulesOf(int segment) => AccessRuleSearch.Of(AccessRules, segment);

    /// <summary>The node that an arc begins at; an arc is twice its segment, plus one against it.</summary>
    public int TailOf(int arc) => ((arc & 1) == 0 ? SegmentFrom : SegmentTo)[arc >> 1];

    /// <summary>The node that an arc ends at.</summary>
    public int HeadOf(int arc) => TailOf(arc ^ 1);

    public GeoPoint ShapePoint(int index) => new(ShapeLongitude[index] / CoordinateScale, ShapeLatitude[index] / CoordinateScale);
}
