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

    public required int[] SegmentLengthCentimeters { get; init; }

    /// <summary>First shape point of each segment, with one entry more at the end; a segment's first and last shape points are its nodes.</summary>
    public required int[] ShapeStart { get; init; }

    public required int[] ShapeLongitude { get; init; }

    public required int[] ShapeLatitude { get; init; }

    public required string[] Names { get; init; }

    /// <summary>Nodes that some modes cannot pass, in ascending order.</summary>
    public required int[] BarrierNodes { get; init; }

    public required byte[] BarrierModes { get; init; }

    public required IReadOnlyList<TurnRestriction> Restrictions { get; init; }

    public required IReadOnlyList<MapFeature> Features { get; init; }

    /// <summary>By node: 1 where traffic lights stand.</summary>
    public byte[] NodeSignals => field ??= new byte[NodeCount];

    public bool DrivesOnLeft => false;

    public int SegmentCount => SegmentFrom.Length;

    public int NodeCount => NodeLongitude.Length;

    public GeoPoint ShapePoint(int index) => new(ShapeLongitude[index] / CoordinateScale, ShapeLatitude[index] / CoordinateScale);
}
