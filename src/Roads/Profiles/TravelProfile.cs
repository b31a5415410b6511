using Territory.Model.Travel;
using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>The speeds of one travel mode by road class, as small data.</summary>
/// <remarks>
/// The class speeds are working averages in built-up regions, with stops at junctions in them, not limits. A posted limit replaces
/// the class speed times <see cref="LimitFactor"/>, because nobody averages the limit; <see cref="TopSpeedKmh"/> caps both.
/// </remarks>
public sealed class TravelProfile
{
    private readonly double[] classSpeedsKmh;

    private TravelProfile(TravelMode mode, double topSpeedKmh, double limitFactor, double[] classSpeedsKmh)
    {
        if (classSpeedsKmh.Length != RoadClassExtensions.Count)
            throw new ArgumentException($"A profile needs {RoadClassExtensions.Count} class speeds; got {classSpeedsKmh.Length}.", nameof(classSpeedsKmh));
        Mode = mode;
        TopSpeedKmh = topSpeedKmh;
        LimitFactor = limitFactor;
        this.classSpeedsKmh = classSpeedsKmh;
    }

    public TravelMode Mode { get; }

    public double TopSpeedKmh { get; }

    /// <summary>Share of a posted limit that is held on average; 0: limits do not matter to this mode.</summary>
    public double LimitFactor { get; }

    /// <summary>Order: motorway, trunk, primary, secondary, tertiary (each with its link), unclassified, residential, living street, service, track,
    /// pedestrian, cycleway, footway, path, steps, ferry.</summary>
    public static TravelProfile Car { get; } = new(
        TravelMode.Car, 120, 0.8, [90, 45, 75, 40, 55, 35, 48, 30, 40, 25, 30, 25, 12, 15, 15, 8, 8, 6, 6, 3, 12]);

    public static TravelProfile Van { get; } = new(
        TravelMode.Van, 90, 0.72, [80, 40, 65, 36, 48, 32, 42, 27, 35, 23, 27, 22, 10, 12, 12, 7, 7, 6, 6, 3, 12]);

    /// <summary>Motorbikes and electric tricycles (摩托车, 电动三轮车).</summary>
    public static TravelProfile Motorbike { get; } = new(
        TravelMode.Motorbike, 60, 0.8, [60, 40, 55, 36, 48, 34, 42, 30, 38, 26, 30, 26, 14, 16, 16, 8, 10, 6, 8, 3, 12]);

    public static TravelProfile Foot { get; } = new(
        TravelMode.Foot, 5, 0, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4.5, 5, 5, 5, 4.5, 2.5, 12]);

    public static TravelProfile For(TravelMode mode) => mode switch
    {
        TravelMode.Car => Car,
        TravelMode.Van => Van,
        TravelMode.Motorbike => Motorbike,
        TravelMode.Foot => Foot,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown travel mode."),
    };

    /// <summary>What turning costs this mode.</summary>
    public TurnCosts Turns => TurnCosts.None;

    /// <summary>Whether signs that forbid a turn concern this mode.</summary>
    public bool ObeysTurnRestrictions => Mode != TravelMode.Foot;

    /// <summary>The average speed on a road of this class with this posted limit (0: none known).</summary>
    public double SpeedKmh(RoadClass roadClass, double limitKmh)
    {
        var speed = limitKmh > 0 && LimitFactor > 0 ? limitKmh * LimitFactor : classSpeedsKmh[(int)roadClass];
        return roadClass == RoadClass.Ferry ? speed : Math.Min(speed, TopSpeedKmh);
    }

    /// <summary>Milliseconds along (or against) a whole segment, at least 1; -1 where the mode may not go.</summary>
    internal int MillisecondsAlong(RoadTables tables, int segment, bool forward)
    {
        var access = tables.SegmentAccess[segment];
        if (((TravelModes)((forward ? access : access >> 4) & 15) & Mode.ToSet()) == TravelModes.None)
            return -1;
        var tenths = forward ? tables.SegmentSpeedForward[segment] : tables.SegmentSpeedBackward[segment];
        var speedKmh = tables.SegmentTimetabled[segment] != 0 ? tenths / 10.0 : SpeedKmh((RoadClass)tables.SegmentClass[segment], tenths / 10.0);
        return (int)Math.Clamp(Math.Round(tables.SegmentLengthCentimeters[segment] * 36.0 / speedKmh), 1, int.MaxValue);
    }
}
