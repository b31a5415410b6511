using Territory.Model.Calendar;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Profiles;

namespace Territory.Roads.Tests.Osm;

/// <summary>Timed and weight-bound access and turn restrictions from the tag to the answer; expectations by hand from the OpenStreetMap wiki.</summary>
public sealed class TimedRuleTests
{
    private static readonly TravelProfile Lorry = ProfileFile.Parse("""{ "base": "van", "name": "lorry", "vehicle": { "weightTonnes": 7.5 } }""", "lorry.json");

    [Theory]
    [InlineData("motor_vehicle:conditional=no~@~(Mo-Fr~07:00-09:00,17:00-19:00)", DayOfWeek.Monday, 8, TravelModes.Foot)]
    [InlineData("motor_vehicle:conditional=no~@~(Mo-Fr~07:00-09:00,17:00-19:00)", DayOfWeek.Monday, 9, TravelModes.All)]
    [InlineData("motor_vehicle:conditional=no~@~(Mo-Fr~07:00-09:00,17:00-19:00)", DayOfWeek.Friday, 18, TravelModes.Foot)]
    [InlineData("motor_vehicle:conditional=no~@~(Mo-Fr~07:00-09:00,17:00-19:00)", DayOfWeek.Saturday, 8, TravelModes.All)]
    [InlineData("goods:conditional=no~@~(07:00-20:00)", DayOfWeek.Sunday, 12, TravelModes.All & ~TravelModes.Van)]
    [InlineData("motor_vehicle:conditional=no~@~(07:00-20:00) goods=yes", DayOfWeek.Sunday, 12, TravelModes.Van | TravelModes.Foot)]
    [InlineData("motor_vehicle:conditional=no~@~(07:00-20:00) goods:conditional=yes~@~(12:00-14:00)", DayOfWeek.Sunday, 12, TravelModes.Van | TravelModes.Foot)]
    [InlineData("motor_vehicle:conditional=no~@~(07:00-20:00) goods:conditional=yes~@~(12:00-14:00)", DayOfWeek.Sunday, 15, TravelModes.Foot)]
    [InlineData("motor_vehicle=no motor_vehicle:conditional=delivery~@~(05:00-10:00)", DayOfWeek.Tuesday, 6, TravelModes.All)]
    [InlineData("motor_vehicle=no motor_vehicle:conditional=delivery~@~(05:00-10:00)", DayOfWeek.Tuesday, 11, TravelModes.Foot)]
    [InlineData("motor_vehicle:conditional=no~@~(08:00-12:00);yes~@~(10:00-11:00)", DayOfWeek.Tuesday, 10, TravelModes.All)]
    [InlineData("motor_vehicle:conditional=no~@~(08:00-12:00);yes~@~(10:00-11:00)", DayOfWeek.Tuesday, 11, TravelModes.Foot)]
    [InlineData("motor_vehicle:conditional=no~@~(08:00-12:00);yes~@~(10:00-11:00) goods:conditional=yes~@~(10:00-11:00);no~@~(08:00-12:00)", DayOfWeek.Tuesday, 10, TravelModes.All & ~TravelModes.Van)]
    [InlineData("access:conditional=no~@~(22:00-06:00)", DayOfWeek.Wednesday, 23, TravelModes.None)]
    [InlineData("access:conditional=no~@~(22:00-06:00)", DayOfWeek.Thursday, 5, TravelModes.None)]
    [InlineData("access:conditional=no~@~(22:00-06:00)", DayOfWeek.Thursday, 6, TravelModes.All)]
    public void MayTravel_ConditionalAccess_HoldsAtItsHours(string tags, DayOfWeek day, int hour, TravelModes expected)
    {
        var roads = TagExtract.OfWay($"highway=residential {tags}").Roads;
        var moment = new MomentOfWeek(day, TimeOfDay.At(hour));

        Open(roads, forward: true, moment).ShouldBe(expected);
        Open(roads, forward: false, moment).ShouldBe(expected);
    }

    [Theory]
    [InlineData("oneway:conditional=yes~@~(07:00-09:00)", 8, TravelModes.All, TravelModes.Foot)]
    [InlineData("oneway:conditional=yes~@~(07:00-09:00)", 10, TravelModes.All, TravelModes.All)]
    [InlineData("oneway:conditional=-1~@~(07:00-09:00)", 8, TravelModes.Foot, TravelModes.All)]
    [InlineData("oneway=yes oneway:conditional=no~@~(07:00-09:00)", 8, TravelModes.All, TravelModes.All)]
    [InlineData("oneway=yes oneway:conditional=no~@~(07:00-09:00)", 10, TravelModes.All, TravelModes.Foot)]
    [InlineData("motor_vehicle:backward:conditional=no~@~(07:00-09:00)", 8, TravelModes.All, TravelModes.Foot)]
    [InlineData("oneway=yes motor_vehicle=no motor_vehicle:conditional=yes~@~(07:00-09:00)", 8, TravelModes.All, TravelModes.Foot)]
    [InlineData("oneway=yes motor_vehicle=no motor_vehicle:conditional=yes~@~(07:00-09:00)", 10, TravelModes.Foot, TravelModes.Foot)]
    public void MayTravel_ConditionalDirection_HoldsAtItsHours(string tags, int hour, TravelModes forward, TravelModes backward)
    {
        var roads = TagExtract.OfWay($"highway=residential {tags}").Roads;
        var moment = new MomentOfWeek(DayOfWeek.Monday, TimeOfDay.At(hour));

        Open(roads, forward: true, moment).ShouldBe(forward);
        Open(roads, forward: false, moment).ShouldBe(backward);
    }

    [Theory]
    [InlineData("motor_vehicle:conditional=no~@~(07:00-09:00)", true)]
    [InlineData("motor_vehicle=no motor_vehicle:conditional=yes~@~(07:00-09:00)", true)]
    [InlineData("motor_vehicle:conditional=no~@~24/7", false)]
    [InlineData("motor_vehicle:conditional=no~@~(06:00-22:00);no~@~(20:00-08:00)", false)]
    [InlineData("motor_vehicle:conditional=no~@~(06:00-22:00);no~@~(22:00-05:59)", true)]
    public void MillisecondsAlong_AnyTime_IsClosedOnlyWhereAlwaysClosed(string tags, bool isOpen)
    {
        var tables = TagExtract.OfWay($"highway=residential {tags}").Roads.Tables;

        (TravelProfile.Car.MillisecondsAlong(tables, 0, forward: true) > 0).ShouldBe(isOpen);
        TravelProfile.Foot.MillisecondsAlong(tables, 0, forward: true).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("hgv=no", true, false)]
    [InlineData("hgv=yes", true, true)]
    [InlineData("motor_vehicle:conditional=no~@~(weight>3.5)", true, false)]
    [InlineData("motor_vehicle:conditional=no~@~(weight>=7.5)", true, false)]
    [InlineData("motor_vehicle:conditional=no~@~(weight>7.5)", true, true)]
    [InlineData("maxweight:conditional=5~@~24/7", true, false)]
    [InlineData("maxweight:conditional=none~@~delivery", true, true)]
    public void MillisecondsAlong_WeightRules_ConcernHeavyVehiclesAlone(string tags, bool van, bool lorry)
    {
        var tables = TagExtract.OfWay($"highway=residential {tags}").Roads.Tables;

        (TravelProfile.Van.MillisecondsAlong(tables, 0, forward: true) > 0).ShouldBe(van);
        (Lorry.MillisecondsAlong(tables, 0, forward: true) > 0).ShouldBe(lorry);
    }

    /// <summary>The van's slots begin at 0:00, 6:30, 9:30, 16:30, 19:30 and 22:00; a rule holds in a slot when it covers more than half of it on working days.</summary>
    [Theory]
    [InlineData("Mo-Fr~07:00-09:00", 1, false)]
    [InlineData("Mo-Fr~07:00-09:00", 2, true)]
    [InlineData("Mo-We~06:30-09:30", 1, false)]
    [InlineData("Mo-Tu~06:30-09:30", 1, true)]
    [InlineData("Sa,Su", 1, true)]
    [InlineData("22:00-06:00", 5, false)]
    [InlineData("22:00-06:00", 0, false)]
    public void MillisecondsAlong_Slot_HeedsRulesThatCoverMostOfIt(string hours, int slot, bool isOpen)
    {
        var tables = TagExtract.OfWay($"highway=residential goods:conditional=no~@~({hours})").Roads.Tables;

        (TravelProfile.Van.MillisecondsAlong(tables, 0, forward: true, slot) > 0).ShouldBe(isOpen);
    }

    [Fact]
    public void Import_UnreadConditions_AreCountedAndNotHeeded()
    {
        var extract = TagExtract.OfWay("highway=residential motor_vehicle:conditional=no~@~winter;no~@~(07:00-09:00) oneway:conditional=schooldays~only");

        extract.Counts.Skipped["conditional.unread"].ShouldBe(2);
        extract.Counts.ConditionsRead.ShouldBe(1);
        var rule = extract.Roads.AccessRules.ShouldHaveSingleItem();
        rule.ShouldSatisfyAllConditions(
            found => found.Segment.ShouldBe(0),
            found => found.Directions.ShouldBe(SegmentDirections.Both),
            found => found.Modes.ShouldBe(TravelModes.Motor),
            found => found.Allows.ShouldBeFalse());
    }

    [Theory]
    [InlineData("restriction=no_left_turn", TravelModes.Motor, 0, "")]
    [InlineData("restriction=no_left_turn except=motorcycle;bicycle", TravelModes.Car | TravelModes.Van, 0, "")]
    [InlineData("restriction:hgv=no_left_turn", TravelModes.Car | TravelModes.Van, 350, "")]
    [InlineData("restriction:motorcycle=no_left_turn", TravelModes.Motorbike, 0, "")]
    [InlineData("restriction:conditional=no_left_turn~@~(Mo~07:00-09:00)", TravelModes.Motor, 0, "Mo 07:00-Mo 09:00")]
    [InlineData("restriction:goods:conditional=no_left_turn~@~(Mo~07:00-09:00~AND~weight>4.5)", TravelModes.Van, 450, "Mo 07:00-Mo 09:00")]
    [InlineData("restriction=no_left_turn day_on=Monday day_off=Tuesday hour_on=7:00 hour_off=09:00", TravelModes.Motor, 0, "Mo 07:00-Mo 09:00, Tu 07:00-Tu 09:00")]
    public void Import_RestrictionTags_SayForWhomAndWhen(string tags, TravelModes modes, int heavierThan, string schedule)
    {
        var extract = Crossing(tags);

        var turn = extract.TurnRestrictions.ShouldHaveSingleItem();
        turn.AppliesTo.ShouldBe(modes);
        turn.HeavierThanTenKilograms.ShouldBe((ushort)heavierThan);
        (turn.Schedule?.ToString() ?? "").ShouldBe(schedule);
    }

    [Theory]
    [InlineData("restriction:bicycle=no_left_turn")]
    [InlineData("restriction:conditional=no_left_turn~@~winter")]
    [InlineData("restriction=no_left_turn hour_on=sunrise hour_off=sunset")]
    [InlineData("restriction=no_left_turn except=motor_vehicle")]
    public void Import_RestrictionOfOthersOrAtUnreadTimes_IsLeftOut(string tags) => Crossing(tags).TurnRestrictions.ShouldBeEmpty();

    [Fact]
    public void Obeys_TimedAndHeavyRestrictions_ByProfileAndTime()
    {
        var timed = Crossing("restriction:conditional=no_left_turn~@~(Mo-Fr~06:00-10:00)").TurnRestrictions[0];
        var heavy = Crossing("restriction:hgv=no_left_turn").TurnRestrictions[0];
        var always = Crossing("restriction=no_left_turn").TurnRestrictions[0];

        TravelProfile.Car.Obeys(timed).ShouldBeFalse();
        TravelProfile.Car.Obeys(timed, slot: 1).ShouldBeTrue();
        TravelProfile.Car.Obeys(timed, slot: 2).ShouldBeFalse();
        TravelProfile.Car.Obeys(timed, new MomentOfWeek(DayOfWeek.Tuesday, TimeOfDay.At(9))).ShouldBeTrue();
        TravelProfile.Car.Obeys(timed, new MomentOfWeek(DayOfWeek.Sunday, TimeOfDay.At(9))).ShouldBeFalse();
        TravelProfile.Van.Obeys(heavy).ShouldBeFalse();
        Lorry.Obeys(heavy).ShouldBeTrue();
        TravelProfile.Van.Obeys(always).ShouldBeTrue();
        TravelProfile.Foot.Obeys(always).ShouldBeFalse();
    }

    /// <summary>Two via ways; mappers list them in either order.</summary>
    [Theory]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void Import_SeveralViaWays_AreOrderedAlongTheTurn(int first, int second)
    {
        var roads = new TagExtract()
            .Way(1, [1, 2], "highway", "primary").Way(2, [2, 3], "highway", "primary").Way(3, [3, 4], "highway", "primary").Way(4, [4, 5], "highway", "primary")
            .Way(5, [2, 6], "highway", "service").Way(6, [3, 7], "highway", "service").Way(7, [4, 8], "highway", "service")
            .Relation(1, [("from", 1, 1), ("via", 1, first), ("via", 1, second), ("to", 1, 4)], "type", "restriction", "restriction", "no_u_turn")
            .Import().Roads;

        var turn = roads.TurnRestrictions.ShouldHaveSingleItem();
        turn.FromSegment.ShouldBe(0);
        turn.ViaSegments.ShouldBe([1, 2]);
        turn.ToSegment.ShouldBe(3);
        turn.ViaNode.ShouldBe(roads.Segment(0).ToNode);
    }

    private static RoadNetwork Crossing(string tags) => new TagExtract()
        .Way(1, [1, 2], "highway", "primary").Way(2, [2, 3], "highway", "primary").Way(3, [2, 4], "highway", "primary")
        .Relation(1, [("from", 1, 1), ("via", 0, 2), ("to", 1, 3)], TagExtract.Tags("type=restriction " + tags))
        .Import().Roads;

    private static TravelModes Open(RoadNetwork roads, bool forward, MomentOfWeek moment)
    {
        var open = TravelModes.None;
        foreach (var mode in Enum.GetValues<TravelMode>())
            open |= TravelProfile.For(mode).MayTravel(roads.Tables, 0, forward, moment, RoadConditions.None) ? mode.ToSet() : TravelModes.None;
        return open;
    }
}
