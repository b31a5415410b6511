using Territory.Contracts.Territories;
using Territory.Dashboard.Live;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Live;

/// <summary>What frames hold, without a network, on a clock that the test moves.</summary>
public sealed class LiveClientTests : LiveClientScene
{
    [Fact]
    public void FirstFrame_OfANewClient_IsASnapshotOfWhatIsInView()
    {
        Put(Outlet(1), Outlet(2));
        Move(("R1", 110, 30), ("R2", 119.9, 30));
        var client = NewClient(view: new ViewBounds(109, 29, 111, 31));

        var frame = Next(client)!;

        frame.Snapshot.ShouldBeTrue();
        frame.MoverIds.ShouldBe(["R1"]);
        _received.Movers.Keys.ShouldBe(["R1"]);
        _received.Outlets.Keys.ShouldBe([1u, 2u]);
        _received.Outlets[1].ShouldBe(((ushort)15, (ushort)3, (byte)1, (byte)2), "1.5 days of cover, 3 days since the visit");
    }

    [Fact]
    public void NextFrame_BeforeTheAcknowledgement_WaitsAndThenCarriesTheLastValueOnly()
    {
        Move(("R1", 110, 30));
        var client = NewClient();
        var first = Next(client)!;
        for (var step = 1; step <= 50; step++)
        {
            _time.Advance(100);
            Move(client, ("R1", 110 + (step * 0.01), 30));
            Next(client).ShouldBeNull("a frame is in flight");
        }

        client.Acknowledge(first.Sequence, _time.GetTimestamp(), _time);
        var second = Next(client)!;

        second.Movers!.Length.ShouldBe(16, "fifty changes merge into one record");
        _received.Movers["R1"].Longitude.ShouldBe(110.5f);
        second.Snapshot.ShouldBeFalse();
    }

    [Fact]
    public void Mover_LeavingTheView_IsToldOnceMoreAndAgainWhenTheViewFollows()
    {
        Move(("R1", 110, 30));
        var client = NewClient(view: new ViewBounds(109, 29, 111, 31));
        Acknowledge(client, Next(client)!);

        Step(client, ("R1", 115, 30));
        _received.Movers["R1"].Longitude.ShouldBe(115f, "or it would stand at the edge for ever");
        Step(client, ("R1", 116, 30));
        _received.Movers["R1"].Longitude.ShouldBe(115f, "what happens out of view is not sent");
        client.Look(new ViewBounds(115, 29, 117, 31));
        Step(client);

        _received.Movers["R1"].Longitude.ShouldBe(116f);
    }

    [Fact]
    public void Outlets_OutOfView_FollowWithinASecondAndOnlyThenThePositionRises()
    {
        Put(Outlet(1, longitude: 110), Outlet(2, longitude: 119));
        var client = NewClient(view: new ViewBounds(109, 29, 111, 31));
        Acknowledge(client, Next(client)!);
        var told = _position;

        _position = 50;
        Put(client, Outlet(1, longitude: 110, listed: 7), Outlet(2, longitude: 119, listed: 7));
        _time.Advance(100);
        var soon = Next(client)!;
        Acknowledge(client, soon);
        _time.Advance(1000);
        var later = Next(client)!;

        soon.Outlets!.Length.ShouldBe(10);
        soon.Position.ShouldBe(told, "outlet 2 has not been told yet");
        later.Outlets!.Length.ShouldBe(10);
        later.Position.ShouldBe(50);
        _received.Outlets[2].Listed.ShouldBe((byte)7);
    }

    [Fact]
    public void Outlets_MoreThanTheBudget_AreSpreadOverFramesAndAllArrive()
    {
        var all = Enumerable.Range(1, 20_000).Select(i => Outlet(i)).ToArray();
        Put(all);
        var client = NewClient();
        var largest = 0;
        var bytes = 0;
        for (var tick = 0; tick < 200 && _received.Outlets.Count < all.Length; tick++)
        {
            var frame = Next(client);
            if (frame is not null)
            {
                largest = Math.Max(largest, frame.Outlets!.Length);
                bytes += frame.Outlets.Length;
                Acknowledge(client, frame);
            }

            _time.Advance(100);
        }

        _received.Outlets.Count.ShouldBe(20_000);
        bytes.ShouldBe(200_000, "each once");
        (largest * 4 / 3 * 10).ShouldBeLessThanOrEqualTo(250_000, "base64 at ten frames a second");
    }

    [Fact]
    public void Scope_OfADistributor_NeverNamesMoversOrOutletsOfAnother()
    {
        Put(Outlet(1, distributor: "D1"), Outlet(2, distributor: "D2"));
        Parties(("R1", "D1"), ("R2", "D2"));
        Move(("R2", 110, 30), ("R1", 110, 30));
        var client = NewClient(ReadScope.OfDistributor(Region, new DistributorId("D1")));

        var frame = Next(client)!;

        frame.MoverIds.ShouldBe(["R1"]);
        _received.Movers.Keys.ShouldBe(["R1"]);
        _received.Outlets.Keys.ShouldBe([1u]);
    }

    [Fact]
    public void Scope_OfARepOrVehicle_IsTheirOwnPositionAlone()
    {
        Put(Outlet(1, rep: "R1"), Outlet(2, rep: "R2"));
        Move(("R1", 110, 30), ("R2", 110, 30));
        _movers.Apply([new MoverPosition(MoverKind.Vehicle, "R1", 110, 30, 0, MoverActivity.Travelling)], new SlotSet());

        Next(NewClient(ReadScope.OfRep(Region, new RepId("R1"))))!.MoverIds.ShouldBe(["R1"]);
        _received.Movers.Single().Value.Kind.ShouldBe((byte)0);
        _received.Outlets.Keys.ShouldBe([1u]);
        var driver = Next(NewClient(ReadScope.OfVehicle(Region, new VehicleId("R1"), new DayRange(default, default))))!;
        driver.MoverIds.ShouldBe(["R1"]);
        driver.Outlets.ShouldBeNull();
        _received.Movers.Single().Value.Kind.ShouldBe((byte)1);
    }
}
