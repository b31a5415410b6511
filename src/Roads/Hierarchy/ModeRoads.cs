using Territory.Model.Geography;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Hierarchy;

/// <summary>A network as one profile finds it under some conditions: over the whole day, and in each slot of it. Worked out when first asked for.</summary>
internal sealed class ModeRoads
{
    private readonly RoadTables tables;
    private readonly Lazy<ModeFoundation> foundation;
    private readonly Lazy<RoadHierarchy> wholeDay;
    private readonly Lazy<RoadHierarchy>[] slots;

    public ModeRoads(RoadTables tables, TravelProfile profile, RoadConditions conditions, Lazy<ModeFoundation> foundation)
    {
        this.tables = tables;
        this.foundation = foundation;
        Profile = profile;
        Conditions = conditions;
        wholeDay = new Lazy<RoadHierarchy>(() => ReferenceEquals(conditions, RoadConditions.None)
            ? new RoadHierarchy(Foundation.Graph, Foundation.Topology)
            : Customize(TimesOf(tables, profile, conditions), _ => false));
        slots = [.. Enumerable.Range(0, profile.SlotCount).Select(slot => new Lazy<RoadHierarchy>(
            () => Customize(SlotTimesOf(slot), restriction => profile.Obeys(restriction, slot))))];
    }

    public TravelProfile Profile { get; }

    public RoadConditions Conditions { get; }

    public ModeFoundation Foundation => foundation.Value;

    /// <summary>Whether the foundation is there already.</summary>
    public bool IsFounded => foundation.IsValueCreated;

    /// <summary>At the profile's speeds without the hour of the day; what is closed at some hours only is open.</summary>
    public RoadHierarchy WholeDay => wholeDay.Value;

    /// <summary>At the speeds and with the rules of one slot of the day.</summary>
    public RoadHierarchy At(int slot) => slots[slot].Value;

    /// <summary>The same profile under other conditions; nothing has to be contracted again.</summary>
    public ModeRoads Under(RoadConditions other) => new(tables, Profile, other, foundation);

    public SnappedPoint? Snap(GeoPoint point, double maxMeters) => Foundation.Index.Nearest(point, maxMeters, WholeDay.Graph);

    public IReadOnlyList<SnappedPoint> SnapAll(GeoPoint point, double radiusMeters, int most) => Foundation.Index.Within(point, radiusMeters, most, WholeDay.Graph);

    public static ArcTimes TimesOf(RoadTables tables, TravelProfile profile, RoadConditions conditions) =>
        Times(tables, arc => profile.MillisecondsAlong(tables, arc >> 1, (arc & 1) == 0, conditions));

    private ArcTimes SlotTimesOf(int slot) =>
        Times(tables, arc => Profile.MillisecondsAlong(tables, arc >> 1, (arc & 1) == 0, slot, Conditions));

    private RoadHierarchy Customize(ArcTimes times, Predicate<TurnRestriction> isInForce) =>
        new(Foundation.Graph.At(tables, times, isInForce), Foundation.Topology);

    private static ArcTimes Times(RoadTables tables, Func<int, int> along)
    {
        var milliseconds = new int[2 * tables.SegmentCount];
        for (var arc = 0; arc < milliseconds.Length; arc++)
            milliseconds[arc] = along(arc);
        return new ArcTimes(milliseconds);
    }
}
