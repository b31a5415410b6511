using Territory.Roads.Network;

namespace Territory.Roads.Files;

/// <summary>The checks that make any content of a .roads file safe to search.</summary>
/// <remarks>Complexity: one pass over each column, in plain loops because they stand in the way of every start of the program.</remarks>
internal static class RoadTablesValidation
{
    /// <exception cref="InvalidDataException">A column's length or an index does not fit the rest.</exception>
    public static void Check(RoadTables tables)
    {
        CheckLengths(tables);
        CheckPlaces(tables);
        CheckSegments(tables);
        Require(Junctions.Largest(tables).Roads <= Junctions.MostRoads, "more roads meet at one junction than a map has");
        CheckSegmentFacts(tables);
        CheckBarriers(tables);
        CheckRules(tables);
        CheckRestrictions(tables);
    }

    public static void Require(bool condition, string fault)
    {
        if (!condition)
            throw new InvalidDataException($"The content contradicts itself: {fault}; build the file again.");
    }

    private static void CheckLengths(RoadTables tables)
    {
        var count = tables.SegmentCount;
        Require(tables.NodeLatitude.Length == tables.NodeCount && tables.NodeSignals.Length == tables.NodeCount, "node columns differ in length");
        ReadOnlySpan<int> lengths =
        [
            tables.SegmentTo.Length, tables.SegmentClass.Length, tables.SegmentStructure.Length, tables.SegmentName.Length, tables.SegmentAccess.Length,
            tables.SegmentSpeedForward.Length, tables.SegmentSpeedBackward.Length, tables.SegmentTimetabled.Length, tables.SegmentSurface.Length,
            tables.SegmentTraits.Length, tables.SegmentDestination.Length, tables.SegmentLimits.Length, tables.SegmentSignals.Length,
            tables.SegmentLengthCentimeters.Length, tables.ShapeStart.Length - 1,
        ];
        Require(!lengths.ContainsAnyExcept(count), "segment columns differ in length");
        Require(tables.ShapeLatitude.Length == tables.ShapeLongitude.Length && tables.ShapeStart[0] == 0, "shape columns differ in length");
        Require(tables.ShapeStart[count] == tables.ShapeLongitude.Length, "shape points are left over");
        Require(tables.Limits.Length > 0 && tables.Limits[0] == VehicleLimits.None, "the first limits are not none");
    }

    private static void CheckPlaces(RoadTables tables)
    {
        const int Longest = (int)(180 * RoadTables.CoordinateScale);
        const int Highest = (int)(90 * RoadTables.CoordinateScale);
        foreach (var longitudes in (ReadOnlySpan<int[]>)[tables.NodeLongitude, tables.ShapeLongitude])
            Require(!longitudes.AsSpan().ContainsAnyExceptInRange(-Longest, Longest), "a road lies off the map");
        foreach (var latitudes in (ReadOnlySpan<int[]>)[tables.NodeLatitude, tables.ShapeLatitude])
            Require(!latitudes.AsSpan().ContainsAnyExceptInRange(-Highest, Highest), "a road lies off the map");
        foreach (var line in tables.Features.SelectMany(feature => feature.Parts.Concat(feature.Holes)))
        {
            foreach (var point in line)
            {
                if (!point.IsValid)
                    Require(false, "a map feature lies off the map");
            }
        }
    }

    private static void CheckSegments(RoadTables tables)
    {
        var count = tables.SegmentCount;
        var nodes = (uint)tables.NodeCount;
        for (var segment = 0; segment < count; segment++)
        {
            if ((uint)tables.SegmentFrom[segment] >= nodes || (uint)tables.SegmentTo[segment] >= nodes)
                Require(false, "a segment has an unknown node");
            if (tables.ShapeStart[segment + 1] - (long)tables.ShapeStart[segment] < 2)
                Require(false, "a segment has fewer than two points");
            if (tables.SegmentLengthCentimeters[segment] <= 0)
                Require(false, "a segment has no length");
            if (tables.SegmentTimetabled[segment] != 0 && (tables.SegmentSpeedForward[segment] == 0 || tables.SegmentSpeedBackward[segment] == 0))
                Require(false, "a timetabled segment has no speed");
        }
    }

    private static void CheckSegmentFacts(RoadTables tables)
    {
        for (var segment = 0; segment < tables.SegmentCount; segment++)
        {
            if (tables.SegmentClass[segment] >= RoadClassExtensions.Count)
                Require(false, "a segment has an unknown class");
            if (tables.SegmentName[segment] < -1 || tables.SegmentName[segment] >= tables.Names.Length)
                Require(false, "a segment has an unknown name");
            if (tables.SegmentSurface[segment] > (byte)RoadSurface.Impassable)
                Require(false, "a segment has an unknown surface");
            if ((uint)tables.SegmentLimits[segment] >= (uint)tables.Limits.Length)
                Require(false, "a segment has unknown limits");
        }
    }

    private static void CheckBarriers(RoadTables tables)
    {
        Require(tables.BarrierModes.Length == tables.BarrierNodes.Length, "barrier columns differ in length");
        foreach (var node in tables.BarrierNodes)
            Require((uint)node < (uint)tables.NodeCount, "a barrier has an unknown node");
    }

    private static void CheckRules(RoadTables tables)
    {
        var last = 0;
        foreach (var rule in tables.AccessRules)
        {
            Require(rule.Segment >= last && rule.Segment < tables.SegmentCount, "an access rule has an unknown segment or stands out of order");
            last = rule.Segment;
        }
    }

    private static void CheckRestrictions(RoadTables tables)
    {
        var segments = (uint)tables.SegmentCount;
        foreach (var turn in tables.Restrictions)
        {
            Require((uint)turn.ViaNode < (uint)tables.NodeCount, "a turn restriction has an unknown node");
            Require((uint)turn.FromSegment < segments && (uint)turn.ToSegment < segments, "a turn restriction has an unknown segment");
            foreach (var via in turn.ViaSegments)
                Require((uint)via < segments, "a turn restriction has an unknown segment");
        }
    }
}
