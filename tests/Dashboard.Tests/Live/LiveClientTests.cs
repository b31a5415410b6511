using Territory.Contracts.Territories;
using Territory.Dashboard.Live;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Live;

/// <summary>Frame assembly without a network, on a clock that the test moves.</summary>
public sealed class LiveClientTests
{
    private static readonly RegionId Region = new("county");
    private static readonly DateOnly Today = new(2030, 3, 12);
    private static readonly ViewBounds Everywhere = new(100, 20, 120, 40);

    private readonly ManualTime _time = new();
    private readonly OutletTable _outlets = new();
    private readonly MoverTable _movers = new();
    private readonly ReceivedTables _received = new();
    private long _sequence = 1000;
    private long _position = 1;

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
    public void Frames_OfAFastClient_AreAtMostTenASecond()
    {
        Move(("R1", 110, 30));
        var client = NewClient();
        var frames = 0;
        // Ticks come a little early and a little late, as a timer's do, and things move between them.
        for (var tick = 0; tick < 100; tick++)
        {
            for (var part = 0; part < 4; part++)
            {
                _time.Advance((tick % 2 == 0 ? 92 : 108) / 4.0);
                Move(client, ("R1", 110 + (tick * 0.001) + (part * 0.0001), 30));
            }

            if (Next(client) is { } frame)
            {
                frames++;
                Acknowledge(client, frame);
            }
        }

        frames.ShouldBe(100, "ten seconds");
        _time.Advance(40);
        Move(client, ("R1", 111, 30));
        Next(client).ShouldBeNull("too soon after the last frame");
    }

    [Fact]
    public void Frames_WithManyMoversInView_AreAtMostFourASecond()
    {
        var many = Enumerable.Range(0, 501).Select(i => ($"R{i}", 110.0, 30.0)).ToArray();
        Move(many);
        var client = NewClient();
        var frames = 0;
        for (var tick = 0; tick < 20; tick++)
        {
            Move(client, [.. many.Select(mover => (mover.Item1, mover.Item2 + (tick * 0.001), mover.Item3))]);
            if (Next(client) is { } frame)
            {
                frames++;
                client.Acknowledge(frame.Sequence, _time.GetTimestamp(), _time);
            }

            _time.Advance(100);
        }

        frames.ShouldBeInRange(7, 8, "two seconds");
    }

    [Fact]
    public void QuietClient_WithoutNews_GetsASignOfLifeEachSecond()
    {
        var client = NewClient();
        Acknowledge(client, Next(client)!);
        var frames = 0;
        for (var tick = 0; tick < 30; tick++)
        {
            _time.Advance(100);
            if (Next(client) is { } frame)
            {
                frames++;
                frame.Movers.ShouldBeNull();
                frame.Outlets.ShouldBeNull();
                Acknowledge(client, frame);
            }
        }

        frames.ShouldBe(3);
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
        var driver = Next(NewClient(ReadScope.OfVehicle(Region, new VehicleId("R1"))))!;
        driver.MoverIds.ShouldBe(["R1"]);
        driver.Outlets.ShouldBeNull();
        _received.Movers.Single().Value.Kind.ShouldBe((byte)1);
    }

    [Fact]
    public void LateClient_AfterTenSeconds_StartsAnewAndAfterThirtyIsHopeless()
    {
        Move(("R1", 110, 30));
        var client = NewClient();
        var first = Next(client)!;
        _time.Advance(11_000);
        client.IsHopeless(_time.GetTimestamp(), _time).ShouldBeFalse();
        client.Acknowledge(first.Sequence, _time.GetTimestamp(), _time);

        var second = Next(client)!;
        second.Snapshot.ShouldBeTrue();
        _time.Advance(31_000);

        client.IsHopeless(_time.GetTimestamp(), _time).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Resume_AfterALostConnection_MissesNothingWhetherOrNotTheLastFrameArrived(bool arrived)
    {
        Put(Outlet(1), Outlet(2), Outlet(3));
        Move(("R1", 110, 30));
        var lost = NewClient();
        var first = Next(lost)!;
        Acknowledge(lost, first);

        Move(lost, ("R2", 111, 30));
        Put(lost, Outlet(1, listed: 9));
        _time.Advance(100);
        var inFlight = lost.Next(_outlets, _movers, Header, NextSequence, _time.GetTimestamp(), _time)!;
        if (arrived)
            _received.Receive(inFlight);
        Move(lost, ("R1", 112, 30));
        Put(lost, Outlet(2, listed: 8));

        var again = NewClient(start: false);
        again.TryResume(lost, arrived ? inFlight.Sequence : first.Sequence).ShouldBeTrue();
        var frame = Next(again)!;

        frame.Snapshot.ShouldBeFalse();
        frame.Outlets!.Length.ShouldBe(arrived ? 10 : 20, "only what this client has not been told");
        _received.Movers["R1"].Longitude.ShouldBe(112f);
        _received.Movers["R2"].Longitude.ShouldBe(111f);
        _received.Outlets[1].Listed.ShouldBe((byte)9);
        _received.Outlets[2].Listed.ShouldBe((byte)8);
    }

    [Fact]
    public void Resume_WithAnotherScopePersonOrSequence_IsRefused()
    {
        var lost = NewClient();
        var first = Next(lost)!;
        Acknowledge(lost, first);

        NewClient(ReadScope.OfRep(Region, new RepId("R1")), start: false).TryResume(lost, first.Sequence).ShouldBeFalse();
        NewClient(start: false, user: "another").TryResume(lost, first.Sequence).ShouldBeFalse();
        NewClient(start: false).TryResume(lost, first.Sequence - 1).ShouldBeFalse();
        NewClient(start: false).TryResume(lost, first.Sequence).ShouldBeTrue();
    }

    [Fact]
    public void RandomWalk_WithLateAcknowledgementsMovingViewsAndReconnects_EndsWithTheTruth()
    {
        // The oracle is the tables themselves: once everything is in view and told, the page knows exactly what they hold.
        for (var seed = 1; seed <= 25; seed++)
            Walk(new Random(seed));
    }

    private void Walk(Random random)
    {
        var test = new LiveClientTests();
        test.Put([.. Enumerable.Range(1, 30).Select(i => test.Outlet(i, longitude: 105 + (i * 0.3)))]);
        var client = test.NewClient(view: new ViewBounds(106, 29, 110, 31));
        LiveFrame? inFlight = null;
        for (var step = 0; step < 300; step++)
        {
            test._time.Advance(random.Next(20, 400));
            test._position++;
            test.Move(client, ($"R{random.Next(12)}", 105 + (random.NextDouble() * 10), 30));
            test.Put(client, test.Outlet(random.Next(1, 31), longitude: 105 + (random.Next(1, 31) * 0), listed: random.Next(200)) with { Location = new GeoPoint(107, 30) });
            switch (random.Next(8))
            {
                case 0:
                    var west = 104 + (random.NextDouble() * 8);
                    client.Look(new ViewBounds(west, 29, west + 3, 31));
                    break;
                case 1 when inFlight is not null:
                    // The connection is lost; the frame in flight may or may not have arrived.
                    var arrived = random.Next(2) == 0;
                    if (arrived)
                        test._received.Receive(inFlight);
                    var next = test.NewClient(view: new ViewBounds(106, 29, 110, 31), start: false);
                    if (!next.TryResume(client, test._received.LastSequence))
                        next.StartOutlets(test._outlets, 0, null);
                    client = next;
                    inFlight = null;
                    break;
            }

            if (inFlight is not null && random.Next(3) != 0)
            {
                test._received.Receive(inFlight);
                client.Acknowledge(inFlight.Sequence, test._time.GetTimestamp(), test._time);
                inFlight = null;
            }

            inFlight ??= client.Next(test._outlets, test._movers, test.Header, test.NextSequence, test._time.GetTimestamp(), test._time);
        }

        if (inFlight is not null)
        {
            test._received.Receive(inFlight);
            client.Acknowledge(inFlight.Sequence, test._time.GetTimestamp(), test._time);
        }

        client.Look(Everywhere);
        test._time.Advance(2000);
        test.Step(client);
        test._time.Advance(2000);
        test.Step(client);

        for (var slot = 0; slot < test._movers.Count; slot++)
            test._received.Movers[test._movers[slot].Id].Longitude.ShouldBe((float)test._movers[slot].Longitude);
        for (var slot = 0; slot < test._outlets.Count; slot++)
            test._received.Outlets[(uint)test._outlets.IndexOf(slot)].Listed.ShouldBe(test._outlets.FiguresOf(slot).Listed);
    }

    private FeedHeader Header => new(default, 60, 60, true, _position);

    private LiveClient NewClient(ReadScope? scope = null, ViewBounds? view = null, bool start = true, string user = "someone")
    {
        var client = new LiveClient("connection", user, scope ?? ReadScope.WholeRegion(Region), () => { });
        client.Look(view ?? Everywhere);
        if (start)
            client.StartOutlets(_outlets, loadedAt: 0, position: null);
        return client;
    }

    private OutletRow Outlet(int index, double longitude = 110, string distributor = "D1", string rep = "R1", int listed = 2) => new(
        index, $"T{index}", "", new GeoPoint(longitude, 30), "Grocery", "A", "Active", rep, distributor, 1.5, Today.AddDays(-3), 1, listed);

    private void Put(params OutletRow[] rows) => _outlets.Apply(rows, _position, Today, isWhole: false, new SlotSet());

    private void Put(LiveClient client, params OutletRow[] rows)
    {
        var changed = new SlotSet();
        _outlets.Apply(rows, _position, Today, isWhole: false, changed);
        client.Merge(changed, new SlotSet());
    }

    private void Move(params (string Id, double Longitude, double Latitude)[] movers) => Apply(movers, new SlotSet());

    private void Move(LiveClient client, params (string Id, double Longitude, double Latitude)[] movers)
    {
        var changed = new SlotSet();
        Apply(movers, changed);
        client.Merge(new SlotSet(), changed);
    }

    private void Apply((string Id, double Longitude, double Latitude)[] movers, SlotSet changed) => _movers.Apply(
        [.. movers.Select(mover => new MoverPosition(MoverKind.Rep, mover.Id, mover.Longitude, mover.Latitude, 90, MoverActivity.Travelling))], changed);

    private void Parties(params (string Rep, string Distributor)[] reps) => _movers.SetParties(new RegionDetail(
        null!, [], [], [.. reps.Select(pair => new Model.Reps.RepFile
        {
            Id = new RepId(pair.Rep), Region = Region, Distributor = new DistributorId(pair.Distributor), Name = pair.Rep, Start = default, Shift = default,
            TravelMode = Model.Travel.TravelMode.Foot,
        })], [], 1));

    private long NextSequence() => ++_sequence;

    private LiveFrame? Next(LiveClient client)
    {
        var frame = client.Next(_outlets, _movers, Header, NextSequence, _time.GetTimestamp(), _time);
        if (frame is not null)
            _received.Receive(frame);
        return frame;
    }

    private void Acknowledge(LiveClient client, LiveFrame frame) => client.Acknowledge(frame.Sequence, _time.GetTimestamp(), _time);

    private void Step(LiveClient client, params (string Id, double Longitude, double Latitude)[] movers)
    {
        _time.Advance(100);
        Move(client, movers);
        if (Next(client) is { } frame)
            Acknowledge(client, frame);
    }
}
