using Territory.Model.Travel;
using Territory.Roads.Network;

namespace Territory.Roads.Profiles;

/// <summary>How one kind of vehicle travels (出行方式参数): what it measures, how fast it is where, where it may go, what turns cost it. Made of a JSON file; immutable.</summary>
/// <remarks>
/// The class speeds are working averages in built-up regions, with stops at junctions in them, not limits. A posted limit replaces
/// the class speed times <see cref="LimitFactor"/>, because nobody averages the limit; <see cref="TopSpeedKmh"/> caps both. Then come
/// the surface, the kind of service road, destination-only roads, the slot of the day, named zones and learned factors, each a factor on the speed.
/// The file format stands in docs/road-profiles.md.
/// </remarks>
public sealed class TravelProfile
{
    /// <summary>Stands for a direction that the vehicle may not travel.</summary>
    public const int NotAllowed = -1;

    private readonly double[] classSpeedsKmh;
    private readonly SurfaceSpeed[] surfaces;
    private readonly double[] traitFactors;

    /// <param name="classSpeedsKmh">By <see cref="RoadClass"/>.</param>
    /// <param name="surfaces">By <see cref="RoadSurface"/>.</param>
    /// <param name="traitFactors">Speed factors by bit of <see cref="RoadTraits"/>; only service kinds differ from 1.</param>
    internal TravelProfile(double[] classSpeedsKmh, SurfaceSpeed[] surfaces, double[] traitFactors)
    {
        this.classSpeedsKmh = classSpeedsKmh;
        this.surfaces = surfaces;
        this.traitFactors = traitFactors;
    }

    public static TravelProfile Car => EmbeddedProfiles.Of(TravelMode.Car);

    public static TravelProfile Van => EmbeddedProfiles.Of(TravelMode.Van);

    /// <summary>Motorbikes and electric tricycles (摩托车, 电动三轮车).</summary>
    public static TravelProfile Motorbike => EmbeddedProfiles.Of(TravelMode.Motorbike);

    public static TravelProfile Foot => EmbeddedProfiles.Of(TravelMode.Foot);

    public required string Name { get; init; }

    /// <summary>Whose access the vehicle has: an import reads the signs for these four.</summary>
    public required TravelMode Mode { get; init; }

    public required VehicleSize Vehicle { get; init; }

    public required double TopSpeedKmh { get; init; }

    /// <summary>Share of a posted limit that is held on average; 0: limits do not matter to this mode.</summary>
    public required double LimitFactor { get; init; }

    public required AccessPolicy Access { get; init; }

    public required TurnCosts Turns { get; init; }

    public required bool ObeysTurnRestrictions { get; init; }

    public required bool ObeysOneWays { get; init; }

    /// <summary>Speed factor on roads that the mode may use only to get to something on them.</summary>
    public required double DestinationFactor { get; init; }

    /// <summary>What entering such a road from one that is open to through traffic is counted as, so that no route cuts through.</summary>
    public required int DestinationEntryMilliseconds { get; init; }

    /// <summary>Waiting for and boarding a ferry, once on each ferry segment.</summary>
    public required int FerryBoardingMilliseconds { get; init; }

    public required TimeFactors Times { get; init; }

    /// <summary>When each slot of the day begins, ascending; the last one runs over midnight to the first.</summary>
    public IReadOnlyList<TimeOnly> SlotStarts => Times.SlotStarts;

    public int SlotCount => Times.SlotCount;

    public static TravelProfile For(TravelMode mode) => Enum.IsDefined(mode)
        ? EmbeddedProfiles.Of(mode)
        : throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown travel mode.");

    /// <summary>Reads a profile file; with <c>"base": "van"</c> it need hold only what differs from that embedded profile.</summary>
    /// <exception cref="Territory.Model.Problems.InvalidInputException">The file is missing or no profile; every problem is listed with its place.</exception>
    public static TravelProfile Read(string path) => ProfileFile.Read(path);

    /// <param name="file">The file as the user named it, for the problems.</param>
    /// <exception cref="Territory.Model.Problems.InvalidInputException">The text is no profile; every problem is listed with its place.</exception>
    public static TravelProfile Parse(string json, string file) => ProfileFile.Parse(json, file);

    /// <summary>The same profile at other speeds.</summary>
    /// <param name="classSpeeds">In km/h; classes that are missing keep theirs.</param>
    /// <exception cref="ArgumentOutOfRangeException">A speed is not a positive number, or the factor is negative.</exception>
    public TravelProfile WithSpeeds(IReadOnlyDictionary<RoadClass, double> classSpeeds, double limitFactor)
    {
        if (!(limitFactor >= 0) || !double.IsFinite(limitFactor))
            throw new ArgumentOutOfRangeException(nameof(limitFactor), limitFactor, "The share of a limit is 0 or more.");
        double[] changed = [.. classSpeedsKmh];
        foreach (var (roadClass, speed) in classSpeeds)
        {
            if (!(speed > 0) || !double.IsFinite(speed))
                throw new ArgumentOutOfRangeException(nameof(classSpeeds), speed, $"The speed on {roadClass} is not a positive number.");
            changed[(int)roadClass] = speed;
        }

        return new TravelProfile(changed, surfaces, traitFactors)
        {
            Name = Name,
            Mode = Mode,
            Vehicle = Vehicle,
            TopSpeedKmh = Math.Max(TopSpeedKmh, changed.Max()),
            LimitFactor = limitFactor,
            Access = Access,
            Turns = Turns,
            ObeysTurnRestrictions = ObeysTurnRestrictions,
            ObeysOneWays = ObeysOneWays,
            DestinationFactor = DestinationFactor,
            DestinationEntryMilliseconds = DestinationEntryMilliseconds,
            FerryBoardingMilliseconds = FerryBoardingMilliseconds,
            Times = Times,
        };
    }

    /// <summary>The average speed on a road of this class with this posted limit (0: none known), smooth and open to all.</summary>
    public double SpeedKmh(RoadClass roadClass, double limitKmh)
    {
        var speed = limitKmh > 0 && LimitFactor > 0 ? limitKmh * LimitFactor : classSpeedsKmh[(int)roadClass];
        return roadClass == RoadClass.Ferry ? speed : Math.Min(speed, TopSpeedKmh);
    }

    /// <summary>Whether the profile must heed a restriction; one that holds at times only is not heeded here.</summary>
    public bool Obeys(TurnRestriction turn) => Concerns(turn) && turn.Schedule is null or { IsAlways: true };

    /// <summary>Whether the profile must heed a restriction during most of a slot of the working day.</summary>
    public bool Obeys(TurnRestriction turn, int slot) => Concerns(turn) && new RuleClock(Times.MinutesOf(slot)).IsInForce(turn.Schedule);

    public bool Obeys(TurnRestriction turn, MomentOfWeek moment) => Concerns(turn) && new RuleClock(moment.MinuteOfWeek).IsInForce(turn.Schedule);

    /// <summary>Milliseconds along a whole segment, at least 1, without the time of day; <see cref="NotAllowed"/> when the vehicle may never travel it that way.</summary>
    internal int MillisecondsAlong(RoadTables tables, int segment, bool forward) => MillisecondsAlong(tables, segment, forward, RoadConditions.None);

    /// <summary>As the other overload, at the speeds of a slot and with the timed rules that are in force during most of it.</summary>
    internal int MillisecondsAlong(RoadTables tables, int segment, bool forward, int slot) =>
        MillisecondsAlong(tables, segment, forward, slot, RoadConditions.None);

    internal int MillisecondsAlong(RoadTables tables, int segment, bool forward, RoadConditions conditions) =>
        FitsAndMayRoll(tables, segment) && Evaluate(tables, segment, forward, conditions).IsEverOpen()
            ? Milliseconds(tables, segment, forward, LearnedFactor(tables, segment, forward, null, conditions))
            : NotAllowed;

    internal int MillisecondsAlong(RoadTables tables, int segment, bool forward, int slot, RoadConditions conditions)
    {
        if (!FitsAndMayRoll(tables, segment) || !Evaluate(tables, segment, forward, conditions).IsOpen(new RuleClock(Times.MinutesOf(slot))))
            return NotAllowed;
        var factor = Times.Of((RoadClass)tables.SegmentClass[segment], slot) * LearnedFactor(tables, segment, forward, Times.MiddleOf(slot), conditions);
        foreach (var zone in conditions.ZonesOf(segment))
            factor *= Times.Of(zone, slot);
        return Milliseconds(tables, segment, forward, factor);
    }

    /// <summary>Whether the vehicle may travel a segment at some moment of the week.</summary>
    internal bool MayTravel(RoadTables tables, int segment, bool forward, RoadConditions conditions) =>
        FitsAndMayRoll(tables, segment) && Evaluate(tables, segment, forward, conditions).IsEverOpen();

    /// <summary>Whether the vehicle may travel a segment at one moment of the week.</summary>
    internal bool MayTravel(RoadTables tables, int segment, bool forward, MomentOfWeek moment, RoadConditions conditions) =>
        FitsAndMayRoll(tables, segment) && Evaluate(tables, segment, forward, conditions).IsOpen(new RuleClock(moment.MinuteOfWeek));

    /// <summary><see cref="DestinationEntryMilliseconds"/> where changing between two segments leaves the roads open to through traffic, else 0.</summary>
    internal int EntryMilliseconds(RoadTables tables, int fromSegment, int toSegment) =>
        IsDestinationOnly(tables, toSegment) && !IsDestinationOnly(tables, fromSegment) ? DestinationEntryMilliseconds : 0;

    internal bool IsDestinationOnly(RoadTables tables, int segment) => ((TravelModes)tables.SegmentDestination[segment]).Includes(Mode);

    private bool Concerns(TurnRestriction turn) =>
        ObeysTurnRestrictions && turn.AppliesTo.Includes(Mode)
        && (turn.HeavierThanTenKilograms == 0 || Vehicle.WeightTenKilograms > turn.HeavierThanTenKilograms);

    private AccessEvaluation Evaluate(RoadTables tables, int segment, bool forward, RoadConditions conditions) =>
        new(tables, segment, forward, Mode.ToSet(), Vehicle.WeightTenKilograms, conditions);

    private bool FitsAndMayRoll(RoadTables tables, int segment) =>
        surfaces[tables.SegmentSurface[segment]].Factor > 0 && Vehicle.Fits(tables.Limits[tables.SegmentLimits[segment]]);

    private double LearnedFactor(RoadTables tables, int segment, bool forward, TimeOnly? time, RoadConditions conditions) =>
        conditions.SpeedFactors is { } learned ? learned.Of(segment, forward, (RoadClass)tables.SegmentClass[segment], time) : 1;

    private int Milliseconds(RoadTables tables, int segment, bool forward, double factor)
    {
        var roadClass = (RoadClass)tables.SegmentClass[segment];
        var tenths = forward ? tables.SegmentSpeedForward[segment] : tables.SegmentSpeedBackward[segment];
        var speedKmh = tables.SegmentTimetabled[segment] != 0 ? tenths / 10.0 : RoadSpeedKmh(tables, segment, roadClass, tenths / 10.0) * factor;
        var signals = forward ? tables.SegmentSignals[segment] & 15 : tables.SegmentSignals[segment] >> 4;
        var standing = ((double)signals * Turns.SignalMilliseconds) + (roadClass == RoadClass.Ferry ? FerryBoardingMilliseconds : 0);
        return (int)Math.Clamp(Math.Round((tables.SegmentLengthCentimeters[segment] * 36.0 / speedKmh) + standing), 1, int.MaxValue);
    }

    private double RoadSpeedKmh(RoadTables tables, int segment, RoadClass roadClass, double limitKmh)
    {
        var surface = surfaces[tables.SegmentSurface[segment]];
        var speed = Math.Min(SpeedKmh(roadClass, limitKmh) * surface.Factor, surface.MaxKmh);
        for (int traits = tables.SegmentTraits[segment], bit = 0; traits != 0; traits >>= 1, bit++)
            speed *= (traits & 1) != 0 ? traitFactors[bit] : 1;
        return IsDestinationOnly(tables, segment) ? speed * DestinationFactor : speed;
    }
}
