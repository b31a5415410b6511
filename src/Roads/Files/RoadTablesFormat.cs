using Territory.Model.Geography;
using Territory.Roads.Map;
using Territory.Roads.Network;

namespace Territory.Roads.Files;

/// <summary>The order of columns in a .roads file, and the checks that make any accepted content safe to search.</summary>
internal static class RoadTablesFormat
{
    public static void Write(ColumnWriter writer, RoadTables tables)
    {
        writer.Column<int>(tables.NodeLongitude);
        writer.Column<int>(tables.NodeLatitude);
        writer.Column<int>(tables.SegmentFrom);
        writer.Column<int>(tables.SegmentTo);
        writer.Column<byte>(tables.SegmentClass);
        writer.Column<byte>(tables.SegmentStructure);
        writer.Column<int>(tables.SegmentName);
        writer.Column<byte>(tables.SegmentAccess);
        writer.Column<ushort>(tables.SegmentSpeedForward);
        writer.Column<ushort>(tables.SegmentSpeedBackward);
        writer.Column<byte>(tables.SegmentTimetabled);
        writer.Column<int>(tables.SegmentLengthCentimeters);
        writer.Column<int>(tables.ShapeStart);
        writer.Column<int>(tables.ShapeLongitude);
        writer.Column<int>(tables.ShapeLatitude);
        writer.Int32(tables.Names.Length);
        foreach (var name in tables.Names)
            writer.Text(name);
        writer.Column<int>(tables.BarrierNodes);
        writer.Column<byte>(tables.BarrierModes);
        writer.Int32(tables.Restrictions.Count);
        foreach (var restriction in tables.Restrictions)
            WriteRestriction(writer, restriction);
        writer.Int32(tables.Features.Count);
        foreach (var feature in tables.Features)
            WriteFeature(writer, feature);
    }

    /// <exception cref="InvalidDataException">A count or an index does not fit the rest.</exception>
    public static RoadTables Read(ColumnReader reader)
    {
        var tables = new RoadTables
        {
            NodeLongitude = reader.Column<int>(),
            NodeLatitude = reader.Column<int>(),
            SegmentFrom = reader.Column<int>(),
            SegmentTo = reader.Column<int>(),
            SegmentClass = reader.Column<byte>(),
            SegmentStructure = reader.Column<byte>(),
            SegmentName = reader.Column<int>(),
            SegmentAccess = reader.Column<byte>(),
            SegmentSpeedForward = reader.Column<ushort>(),
            SegmentSpeedBackward = reader.Column<ushort>(),
            SegmentTimetabled = reader.Column<byte>(),
            SegmentLengthCentimeters = reader.Column<int>(),
            ShapeStart = reader.Column<int>(),
            ShapeLongitude = reader.Column<int>(),
            ShapeLatitude = reader.Column<int>(),
            Names = ReadNames(ref reader),
            BarrierNodes = reader.Column<int>(),
            BarrierModes = reader.Column<byte>(),
            Restrictions = ReadRestrictions(ref reader),
            Features = ReadFeatures(ref reader),
        };
        Require(reader.IsAtEnd, "something follows the last column");
        Validate(tables);
        return tables;
    }

    private static void Validate(RoadTables tables)
    {
        var count = tables.SegmentCount;
        Require(tables.NodeLatitude.Length == tables.NodeCount, "node columns differ in length");
        int[] lengths =
        [
            tables.SegmentTo.Length, tables.SegmentClass.Length, tables.SegmentStructure.Length, tables.SegmentName.Length, tables.SegmentAccess.Length,
            tables.SegmentSpeedForward.Length, tables.SegmentSpeedBackward.Length, tables.SegmentTimetabled.Length, tables.SegmentLengthCentimeters.Length,
        ];
        Require(lengths.All(length => length == count) && tables.ShapeStart.Length == count + 1, "segment columns differ in length");
        Require(tables.ShapeLatitude.Length == tables.ShapeLongitude.Length && tables.ShapeStart[0] == 0, "shape columns differ in length");
        Require(tables.ShapeStart[count] == tables.ShapeLongitude.Length, "shape points are left over");
        for (var segment = 0; segment < count; segment++)
        {
            Require((uint)tables.SegmentFrom[segment] < (uint)tables.NodeCount && (uint)tables.SegmentTo[segment] < (uint)tables.NodeCount, "a segment has an unknown node");
            Require(tables.ShapeStart[segment + 1] - (long)tables.ShapeStart[segment] >= 2, "a segment has fewer than two points");
            Require(tables.SegmentClass[segment] < RoadClassExtensions.Count, "a segment has an unknown class");
            Require(tables.SegmentName[segment] >= -1 && tables.SegmentName[segment] < tables.Names.Length, "a segment has an unknown name");
            Require(tables.SegmentLengthCentimeters[segment] > 0, "a segment has no length");
            Require(tables.SegmentTimetabled[segment] == 0 || tables.SegmentSpeedForward[segment] > 0, "a timetabled segment has no speed");
        }

        Require(tables.BarrierModes.Length == tables.BarrierNodes.Length, "barrier columns differ in length");
        Require(tables.BarrierNodes.All(node => (uint)node < (uint)tables.NodeCount), "a barrier has an unknown node");
        Require(tables.Restrictions.All(turn => (uint)turn.ViaNode < (uint)tables.NodeCount), "a turn restriction has an unknown node");
        Require(tables.Restrictions.All(turn => Segments(turn).All(segment => (uint)segment < (uint)count)), "a turn restriction has an unknown segment");
    }

    private static IEnumerable<int> Segments(TurnRestriction turn) => [turn.FromSegment, turn.ToSegment, .. turn.ViaSegments];

    private static string[] ReadNames(ref ColumnReader reader)
    {
        var names = new string[reader.Count(4)];
        for (var i = 0; i < names.Length; i++)
            names[i] = reader.Text() ?? "";
        return names;
    }

    private static void WriteRestriction(ColumnWriter writer, TurnRestriction restriction)
    {
        writer.Int32(restriction.IsMandatory ? 1 : 0);
        writer.Int32(restriction.FromSegment);
        writer.Int32(restriction.ViaNode);
        writer.Column<int>(restriction.ViaSegments.ToArray());
        writer.Int32(restriction.ToSegment);
        writer.Int32((int)restriction.AppliesTo);
    }

    private static TurnRestriction[] ReadRestrictions(ref ColumnReader reader)
    {
        var restrictions = new TurnRestriction[reader.Count(24)];
        for (var i = 0; i < restrictions.Length; i++)
        {
            restrictions[i] = new TurnRestriction(
                reader.Int32() != 0, reader.Int32(), reader.Int32(), reader.Column<int>(), reader.Int32(), (TravelModes)reader.Int32());
        }

        return restrictions;
    }

    private static void WriteFeature(ColumnWriter writer, MapFeature feature)
    {
        writer.Int32((int)feature.Kind);
        writer.Int32(feature.Rank);
        writer.Text(feature.Name);
        writer.Text(feature.NameEn);
        WriteLines(writer, feature.Parts);
        WriteLines(writer, feature.Holes);
    }

    private static MapFeature[] ReadFeatures(ref ColumnReader reader)
    {
        var features = new MapFeature[reader.Count(24)];
        for (var i = 0; i < features.Length; i++)
        {
            var kind = (MapFeatureKind)reader.Int32();
            Require(Enum.IsDefined(kind), "a map feature has an unknown kind");
            features[i] = new MapFeature
            {
                Kind = kind,
                Rank = reader.Int32(),
                Name = reader.Text(),
                NameEn = reader.Text(),
                Parts = ReadLines(ref reader),
                Holes = ReadLines(ref reader),
            };
        }

        return features;
    }

    private static void WriteLines(ColumnWriter writer, IReadOnlyList<IReadOnlyList<GeoPoint>> lines)
    {
        writer.Int32(lines.Count);
        foreach (var line in lines)
            writer.Column<double>(line.SelectMany(point => new[] { point.Longitude, point.Latitude }).ToArray());
    }

    private static IReadOnlyList<GeoPoint>[] ReadLines(ref ColumnReader reader)
    {
        var lines = new IReadOnlyList<GeoPoint>[reader.Count(4)];
        for (var i = 0; i < lines.Length; i++)
        {
            var values = reader.Column<double>();
            Require(values.Length % 2 == 0, "a map feature has half a point");
            lines[i] = [.. values.Chunk(2).Select(pair => new GeoPoint(pair[0], pair[1]))];
        }

        return lines;
    }

    private static void Require(bool condition, string fault)
    {
        if (!condition)
            throw new InvalidDataException($"The content contradicts itself: {fault}; build the file again.");
    }
}
