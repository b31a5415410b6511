namespace Territory.Dashboard.Tests.Live;

/// <summary>When frames come, without a network, on a clock that the test moves.</summary>
public sealed class LiveClientPacingTests : LiveClientScene
{
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
}
