using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Profiles;

namespace Territory.Roads.Tests.Profiles;

/// <summary>Times are worked out by hand from the numbers in the profile files.</summary>
public sealed class TravelProfileTests
{
    /// <summary>The working averages that the planning figures so far rest on.</summary>
    [Fact]
    public void For_EachMode_KeepsTheClassSpeeds()
    {
        Speeds(TravelMode.Car).ShouldBe([90, 45, 75, 40, 55, 35, 48, 30, 40, 25, 30, 25, 12, 15, 15, 8, 8, 6, 6, 3, 12]);
        Speeds(TravelMode.Van).ShouldBe([80, 40, 65, 36, 48, 32, 42, 27, 35, 23, 27, 22, 10, 12, 12, 7, 7, 6, 6, 3, 12]);
        Speeds(TravelMode.Motorbike).ShouldBe([60, 40, 55, 36, 48, 34, 42, 30, 38, 26, 30, 26, 14, 16, 16, 8, 10, 6, 8, 3, 12]);
        Speeds(TravelMode.Foot).ShouldBe([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4.5, 5, 5, 5, 4.5, 2.5, 12]);
        TravelProfile.Car.SpeedKmh(RoadClass.Primary, 50).ShouldBe(40);
        TravelProfile.Car.SpeedKmh(RoadClass.Motorway, 160).ShouldBe(120);
        TravelProfile.Foot.SpeedKmh(RoadClass.Primary, 50).ShouldBe(5);
        Should.Throw<ArgumentOutOfRangeException>(() => TravelProfile.For((TravelMode)9));

        double[] Speeds(TravelMode mode) => [.. Enum.GetValues<RoadClass>().Select(roadClass => TravelProfile.For(mode).SpeedKmh(roadClass, 0))];
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(30, -1)]
    [InlineData(30, double.NaN)]
    public void WithSpeeds_SenselessNumber_Throws(double speedKmh, double limitFactor) => Should.Throw<ArgumentOutOfRangeException>(
        () => TravelProfile.Car.WithSpeeds(new Dictionary<RoadClass, double> { [RoadClass.Residential] = speedKmh }, limitFactor));

    [Fact]
    public void For_Foot_TurnsFreelyAndHeedsNoRestriction()
    {
        TravelProfile.Foot.Turns.AreFree.ShouldBeTrue();
        TravelProfile.Foot.ObeysTurnRestrictions.ShouldBeFalse();
        TravelProfile.Foot.ObeysOneWays.ShouldBeFalse();
        TravelProfile.Car.Turns.FarSideMilliseconds.ShouldBeGreaterThan(TravelProfile.Car.Turns.NearSideMilliseconds);
        TravelProfile.Car.ObeysTurnRestrictions.ShouldBeTrue();
    }

    /// <summary>Car: residential 25 km/h; rough pavement 0.85, at most 40; unpaved 0.8, at most 40; bad 0.6, at most 20.</summary>
    [Theory]
    [InlineData(RoadClass.Residential, RoadSurface.Unknown, 25)]
    [InlineData(RoadClass.Residential, RoadSurface.PavedSmooth, 25)]
    [InlineData(RoadClass.Residential, RoadSurface.PavedRough, 21.25)]
    [InlineData(RoadClass.Primary, RoadSurface.PavedRough, 40)]
    [InlineData(RoadClass.Trunk, RoadSurface.Unpaved, 40)]
    [InlineData(RoadClass.Primary, RoadSurface.Bad, 20)]
    public void MillisecondsAlong_Surface_SlowsAndCaps(RoadClass roadClass, RoadSurface surface, double speedKmh)
    {
        var tables = OneRoad.Of(roadClass, way => way with { Surface = surface }).Tables;

        TravelProfile.Car.MillisecondsAlong(tables, 0, forward: true).ShouldBe(OneRoad.MillisecondsAt(speedKmh));
    }

    [Fact]
    public void MillisecondsAlong_ImpassableSurface_StopsWheelsButNotPeople()
    {
        var tables = OneRoad.Of(RoadClass.Track, way => way with { Surface = RoadSurface.Impassable }).Tables;

        TravelProfile.Car.MillisecondsAlong(tables, 0, forward: true).ShouldBe(TravelProfile.NotAllowed);
        TravelProfile.Motorbike.MillisecondsAlong(tables, 0, forward: true).ShouldBe(TravelProfile.NotAllowed);
        TravelProfile.Foot.MillisecondsAlong(tables, 0, forward: true).ShouldBe(OneRoad.MillisecondsAt(4.5));
    }

    [Fact]
    public void MillisecondsAlong_ServiceKindAndDestination_AreFactors()
    {
        Along(way => way with { Traits = RoadTraits.Alley | RoadTraits.Toll }).ShouldBe(OneRoad.MillisecondsAt(15 * 0.8));
        Along(way => way with { Traits = RoadTraits.ParkingAisle }).ShouldBe(OneRoad.MillisecondsAt(15 * 0.7));
        Along(way => way with { DestinationOnly = TravelModes.Car }).ShouldBe(OneRoad.MillisecondsAt(15 * 0.6));
        Along(way => way with { DestinationOnly = TravelModes.Van }).ShouldBe(OneRoad.MillisecondsAt(15));

        static int Along(Func<RoadWay, RoadWay> change) => TravelProfile.Car.MillisecondsAlong(OneRoad.Of(RoadClass.Service, change).Tables, 0, forward: true);
    }

    /// <summary>A posted 50 is held at 0.8, in its own direction alone.</summary>
    [Fact]
    public void MillisecondsAlong_Limits_AreHeldByDirection()
    {
        var tables = OneRoad.Of(RoadClass.Primary, way => way with { MaxSpeedKmh = 50, MaxSpeedBackwardKmh = 30 }).Tables;

        TravelProfile.Car.MillisecondsAlong(tables, 0, forward: true).ShouldBe(OneRoad.MillisecondsAt(40));
        TravelProfile.Car.MillisecondsAlong(tables, 0, forward: false).ShouldBe(OneRoad.MillisecondsAt(24));
    }

    [Fact]
    public void MillisecondsAlong_Ferry_TakesItsTimetableAndBoarding()
    {
        var timetabled = OneRoad.Of(RoadClass.Ferry, way => way with { Crossing = TimeSpan.FromMinutes(20) }).Tables;
        var untimed = OneRoad.Of(RoadClass.Ferry).Tables;

        // The speed of a timetable is stored in tenths of km/h: 1.11195 km in a third of an hour are 3.3 of them.
        TravelProfile.Car.MillisecondsAlong(timetabled, 0, forward: true).ShouldBe(OneRoad.MillisecondsAt(3.3) + 300_000);
        TravelProfile.Car.MillisecondsAlong(untimed, 0, forward: true).ShouldBe(OneRoad.MillisecondsAt(12) + 300_000);
    }

    [Fact]
    public void MillisecondsAlong_LightsOnTheWay_CostTheirWaitInTheirDirection()
    {
        var tables = OneRoad.Of(RoadClass.Primary, also: builder => builder.AddSignals(1, SegmentDirections.Backward)).Tables;

        TravelProfile.Car.MillisecondsAlong(tables, 0, forward: true).ShouldBe(OneRoad.MillisecondsAt(55));
        TravelProfile.Car.MillisecondsAlong(tables, 0, forward: false).ShouldBe(OneRoad.MillisecondsAt(55) + 8_000);
        TravelProfile.Foot.MillisecondsAlong(tables, 0, forward: false).ShouldBe(OneRoad.MillisecondsAt(5));
    }

    /// <summary>Exactly at the limit a vehicle passes; the van is 2.6 m high, 2.1 m wide, 6 m long and weighs 3.5 t, 2 t on an axle.</summary>
    [Theory]
    [InlineData(260, 210, 600, 350, 200, true)]
    [InlineData(259, 0, 0, 0, 0, false)]
    [InlineData(0, 209, 0, 0, 0, false)]
    [InlineData(0, 0, 599, 0, 0, false)]
    [InlineData(0, 0, 0, 349, 0, false)]
    [InlineData(0, 0, 0, 0, 199, false)]
    public void MillisecondsAlong_Dimensions_KeepTheLargerVehicleOut(int height, int width, int length, int weight, int axle, bool fits)
    {
        var limits = new VehicleLimits((ushort)height, (ushort)width, (ushort)length, (ushort)weight, (ushort)axle);
        var tables = OneRoad.Of(RoadClass.Residential, way => way with { Limits = limits }).Tables;

        (TravelProfile.Van.MillisecondsAlong(tables, 0, forward: true) > 0).ShouldBe(fits);
        TravelProfile.Foot.MillisecondsAlong(tables, 0, forward: true).ShouldBeGreaterThan(0);
    }

    /// <summary>Primary roads drop to 0.75 of their speed from 6:30 and to 0.7 from 16:30; the night, from 22:00 over midnight, is two slots.</summary>
    [Fact]
    public void MillisecondsAlong_Slot_AppliesTheClassFactor()
    {
        var tables = OneRoad.Of(RoadClass.Primary).Tables;
        var car = TravelProfile.Car;

        car.SlotCount.ShouldBe(6);
        car.SlotStarts.ShouldBe([new(0, 0), new(6, 30), new(9, 30), new(16, 30), new(19, 30), new(22, 0)]);
        car.MillisecondsAlong(tables, 0, forward: true, slot: 1).ShouldBe(OneRoad.MillisecondsAt(55 * 0.75));
        car.MillisecondsAlong(tables, 0, forward: true, slot: 2).ShouldBe(OneRoad.MillisecondsAt(55));
        car.MillisecondsAlong(tables, 0, forward: true, slot: 3).ShouldBe(OneRoad.MillisecondsAt(55 * 0.7));
        TravelProfile.Foot.SlotCount.ShouldBe(1);
        TravelProfile.Foot.MillisecondsAlong(tables, 0, forward: true, slot: 0).ShouldBe(OneRoad.MillisecondsAt(5));
        car.Times.SlotAt(new TimeOnly(6, 29)).ShouldBe(0);
        car.Times.SlotAt(new TimeOnly(6, 30)).ShouldBe(1);
        car.Times.SlotAt(new TimeOnly(23, 59)).ShouldBe(5);
    }

    [Fact]
    public void EntryMilliseconds_IntoADestinationOnlyRoad_CountsOnce()
    {
        var tables = OneRoad.Of(RoadClass.Residential, also: builder =>
        {
            var last = builder.AddNode(new(0.02, 0));
            builder.AddWay(new RoadWay { Nodes = [2, last], Class = RoadClass.Residential, DestinationOnly = TravelModes.Motor });
        }).Tables;

        TravelProfile.Car.EntryMilliseconds(tables, 0, 1).ShouldBe(60_000);
        TravelProfile.Car.EntryMilliseconds(tables, 1, 0).ShouldBe(0);
        TravelProfile.Car.EntryMilliseconds(tables, 1, 1).ShouldBe(0);
        TravelProfile.Foot.EntryMilliseconds(tables, 0, 1).ShouldBe(0);
    }
}
