using Territory.Dashboard.Live;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Live;

/// <summary>What a client misses over a lost connection, which is nothing, on a clock that the test moves.</summary>
public sealed class LiveClientResumeTests : LiveClientScene
{
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
        var test = new LiveClientResumeTests();
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
}
