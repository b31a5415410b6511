using System.Runtime.InteropServices;
using Territory.Model.Geography;
using Territory.Roads.Map;
using Territory.Roads.Network;

namespace Territory.Roads.Files;

/// <summary>The order of columns in a .roads file.</summary>
internal static class RoadTablesFormat
{
    /// <summary>The least bytes that a rule, a restriction, a schedule, a map feature and its lines take.</summary>
    private const int RuleBytes = 12, RestrictionBytes = 32, ScheduleBytes = 12, FeatureBytes = 24, LineBytes = 4;

    public static void Write(ColumnWriter writer, RoadTables tables)
    {
        writer.Int32(tables.DrivesOnLeft ? 1 : 0);
        writer.Column<int>(tables.NodeLongitude);
        writer.Column<int>(tables.NodeLatitude);
        writer.Column<byte>(tables.NodeSignals);
        writer.Column<int>(tables.SegmentFrom);
        writer.Column<int>(tables.SegmentTo);
        writer.Column<byte>(tables.SegmentClass);
        writer.Column<byte>(tables.SegmentStructure);
        writer.Column<int>(tables.SegmentName);
        writer.Column<byte>(tables.SegmentAccess);
        writer.Column<ushort>(tables.SegmentSpeedForward);
        writer.Column<ushort>(tables.SegmentSpeedBackward);
        writer.Column<byte>(tables.SegmentTimetabled);
        writer.Column<byte>(tables.SegmentSurface);
        writer.Column<byte>(tables.SegmentTraits);
        writer.Column<byte>(tables.SegmentDestination);
        writer.Column<int>(tables.SegmentLimits);
        writer.Column<byte>(tables.SegmentSignals);
        writer.Column<int>(tables.SegmentLengthCentimeters);
        writer.Column<int>(tables.ShapeStart);
        writer.Column<int>(tables.ShapeLongitude);
        writer.Column<int>(tables.ShapeLatitude);
        writer.Column<ushort>(MemoryMarshal.Cast<VehicleLimits, ushort>(tables.Limits));
        writer.Int32(tables.Names.Length);
        foreach (var name in tables.Names)
            writer.Text(name);
        writer.Column<int>(tables.BarrierNodes);
        writer.Column<byte>(tables.BarrierModes);
        var schedules = new ScheduleNumbers(tables);
        writer.Int32(schedules.All.Count);
        foreach (var schedule in schedules.All)
            writer.Column(schedule.Bounds);
        writer.Int32(tables.AccessRules.Length);
        foreach (var rule in tables.AccessRules)
            WriteRule(writer, rule, schedules);
        writer.Int32(tables.Restrictions.Count);
        foreach (var restriction in tables.Restrictions)
            WriteRestriction(writer, restriction, schedules);
        writer.Int32(tables.Features.Count);
        foreach (var feature in tables.Features)
            WriteFeature(writer, feature);
    }

    /// <exception cref="InvalidDataException">A count or an index does not fit the rest.</exception>
    public static RoadTables Read(ColumnReader reader)
    {
        var drivesOnLeft = reader.Int32() != 0;
        var tables = new RoadTables
        {
            DrivesOnLeft = drivesOnLeft,
            NodeLongitude = reader.Column<int>(),
            NodeLatitude = reader.Column<int>(),
            NodeSignals = reader.Column<byte>(),
            SegmentFrom = reader.Column<int>(),
            SegmentTo = reader.Column<int>(),
            SegmentClass = reader.Column<byte>(),
            SegmentStructure = reader.Column<byte>(),
            SegmentName = reader.Column<int>(),
            SegmentAccess = reader.Column<byte>(),
            SegmentSpeedForward = reader.Column<ushort>(),
            SegmentSpeedBackward = reader.Column<ushort>(),
            SegmentTimetabled = reader.Column<byte>(),
            SegmentSurface = reader.Column<byte>(),
            SegmentTraits = reader.Column<byte>(),
            SegmentDestination = reader.Column<byte>(),
            SegmentLimits = reader.Column<int>(),
            SegmentSignals = reader.Column<byte>(),
            SegmentLengthCentimeters = reader.Column<int>(),
            ShapeStart = reader.Column<int>(),
            ShapeLongitude = reader.Column<int>(),
            ShapeLatitude = reader.Column<int>(),
            Limits = MemoryMarshal.Cast<ushort, VehicleLimits>(reader.Column<ushort>()).ToArray(),
            Names = ReadNames(ref reader),
            BarrierNodes = reader.Column<int>(),
            BarrierModes = reader.Column<byte>(),
            AccessRules = ReadRules(ref reader, ReadSchedules(ref reader), out var schedules),
            Restrictions = ReadRestrictions(ref reader, schedules),
            Features = ReadFeatures(ref reader),
        };
        RoadTablesValidation.Require(reader.IsAtEnd, "something follows the last column");
        RoadTablesValidation.Check(tables);
        return tables;
    }

    private static string[] ReadNames(ref ColumnReader reader)
    {
        var names = new string[reader.Count(4)];
        for (var i = 0; i < names.Length; i++)
            names[i] = reader.Text() ?? "";
        return names;
    }

    private static WeeklySchedule[] ReadSchedules(ref ColumnReader reader)
    {
        var schedules = new WeeklySchedule[reader.Count(ScheduleBytes)];
        for (var i = 0; i < schedules.Length; i++)
            schedules[i] = new WeeklySchedule(reader.Column<int>());
        return schedules;
    }

    private static WeeklySchedule? Schedule(WeeklySchedule[] schedules, int number)
    {
        RoadTablesValidation.Require(number >= -1 && number < schedules.Length, "a rule has an unknown schedule");
        return number < 0 ? null : schedules[number];
    }

    private static void WriteRule(ColumnWriter writer, in AccessRule rule, ScheduleNumbers schedules)
    {
        writer.Int32(rule.Segment);
        writer.Int32((int)rule.Directions | ((int)rule.Modes << 4) | (rule.Allows ? 1 << 8 : 0) | (rule.HeavierThanTenKilograms << 16));
        writer.Int32(schedules.Of(rule.Schedule));
    }

    private static AccessRule[] ReadRules(ref ColumnReader reader, WeeklySchedule[] read, out WeeklySchedule[] schedules)
    {
        schedules = read;
        var rules = new AccessRule[reader.Count(RuleBytes)];
        for (var i = 0; i < rules.Length; i++)
        {
            var segment = reader.Int32();
            var bits = reader.Int32();
            rules[i] = new AccessRule(
                segment,
                (SegmentDirections)bits & SegmentDirections.Both,
                (TravelModes)(bits >> 4) & TravelModes.All,
                (bits & (1 << 8)) != 0,
                (ushort)(bits >>> 16),
                Schedule(schedules, reader.Int32()));
        }

        return rules;
    }

    private static void WriteRestriction(ColumnWriter writer, TurnRestriction restriction, ScheduleNumbers schedules)
    {
        writer.Int32(restriction.IsMandatory ? 1 : 0);
        writer.Int32(restriction.FromSegment);
        writer.Int32(restriction.ViaNode);
        writer.Column<int>(restriction.ViaSegments.ToArray());
        writer.Int32(restriction.ToSegment);
        writer.Int32((int)restriction.AppliesTo);
        writer.Int32(restriction.HeavierThanTenKilograms);
        writer.Int32(schedules.Of(restriction.Schedule));
    }

    private static TurnRestriction[] ReadRestrictions(ref ColumnReader reader, WeeklySchedule[] schedules)
    {
        var restrictions = new TurnRestriction[reader.Count(RestrictionBytes)];
        for (var i = 0; i < restrictions.Length; i++)
        {
            restrictions[i] = new TurnRestriction(
                reader.Int32() != 0, reader.Int32(), reader.Int32(), reader.Column<int>(), reader.Int32(), (TravelModes)reader.Int32())
            {
                HeavierThanTenKilograms = (ushort)reader.Int32(),
                Schedule = Schedule(schedules, reader.Int32()),
            };
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
        var features = new MapFeature[reader.Count(FeatureBytes)];
        for (var i = 0; i < features.Length; i++)
        {
            var kind = (MapFeatureKind)reader.Int32();
            RoadTablesValidation.Require(Enum.IsDefined(kind), "a map feature has an unknown kind");
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
            writer.Column<GeoPoint>(line as GeoPoint[] ?? [.. line]);
    }

    private static IReadOnlyList<GeoPoint>[] ReadLines(ref ColumnReader reader)
    {
        var lines = new IReadOnlyList<GeoPoint>[reader.Count(LineBytes)];
        for (var i = 0; i < lines.Length; i++)
            lines[i] = reader.Column<GeoPoint>();
        return lines;
    }
}
