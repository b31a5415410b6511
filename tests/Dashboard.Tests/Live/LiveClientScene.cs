using Territory.Contracts.Territories;
using Territory.Dashboard.Live;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Live;

/// <summary>Outlets, movers and the page that receives frames: frame assembly without a network, on a clock that the test moves.</summary>
public abstract class LiveClientScene
{
    private protected static readonly RegionId Region = new("county");
    private static readonly DateOnly Today = new(2030, 3, 12);
    private protected static readonly ViewBounds Everywhere = new(100, 20, 120, 40);

    private protected readonly ManualTime _time = new();
    private protected readonly OutletTable _outlets = new();
    private protected readonly MoverTable _movers = new();
    private protected readonly ReceivedTables _received = new();
    private long _sequence = 1000;
    private protected long _position = 1;

    private protected FeedHeader Header => new(default, 60, 60, true, true, true, _position);

    private protected LiveClient NewClient(ReadScope? scope = null, ViewBounds? view = null, bool start = true, string user = "someone")
    {
        var client = new LiveClient("connection", user, scope ?? ReadScope.WholeRegion(Region), () => { });
        client.Look(view ?? Everywhere);
        if (start)
            client.StartOutlets(_outlets, loadedAt: 0, position: null);
        return client;
    }

    private protected OutletRow Outlet(int index, double longitude = 110, string distributor = "D1", string rep = "R1", int listed = 2) => new(
        index, $"T{index}", "", new GeoPoint(longitude, 30), "Grocery", "A", "Active", rep, distributor, 1.5, Today.AddDays(-3), 1, listed);

    private protected void Put(params OutletRow[] rows) => _outlets.Apply(rows, _position, Today, isWhole: false, new SlotSet());

    private protected void Put(LiveClient client, params OutletRow[] rows)
    {
        var changed = new SlotSet();
        _outlets.Apply(rows, _position, Today, isWhole: false, changed);
        client.Merge(changed, new SlotSet());
    }

    private protected void Move(params (string Id, double Longitude, double Latitude)[] movers) => Apply(movers, new SlotSet());

    private protected void Move(LiveClient client, params (string Id, double Longitude, double Latitude)[] movers)
    {
        var changed = new SlotSet();
        Apply(movers, changed);
        client.Merge(new SlotSet(), changed);
    }

    private void Apply((string Id, double Longitude, double Latitude)[] movers, SlotSet changed) => _movers.Apply(
        [.. movers.Select(mover => new MoverPosition(MoverKind.Rep, mover.Id, mover.Longitude, mover.Latitude, 90, MoverActivity.Travelling))], changed);

    private protected void Parties(params (string Rep, string Distributor)[] reps) => _movers.SetParties(new RegionDetail(
        null!, [], [], [.. reps.Select(pair => new Model.Reps.RepFile
        {
            Id = new RepId(pair.Rep), Region = Region, Distributor = new DistributorId(pair.Distributor), Name = pair.Rep, Start = default, Shift = default,
            TravelMode = Model.Travel.TravelMode.Foot,
        })], [], 1));

    private protected long NextSequence() => ++_sequence;

    private protected LiveFrame? Next(LiveClient client)
    {
        var frame = client.Next(_outlets, _movers, Header, NextSequence, _time.GetTimestamp(), _time);
        if (frame is not null)
            _received.Receive(frame);
        return frame;
    }

    private protected void Acknowledge(LiveClient client, LiveFrame frame) => client.Acknowledge(frame.Sequence, _time.GetTimestamp(), _time);

    private protected void Step(LiveClient client, params (string Id, double Longitude, double Latitude)[] movers)
    {
        _time.Advance(100);
        Move(client, movers);
        if (Next(client) is { } frame)
            Acknowledge(client, frame);
    }
}
