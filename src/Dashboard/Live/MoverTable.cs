using Territory.Contracts.Territories;
using Territory.Model.Geography;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Live;

/// <summary>Where reps and vehicles last were, by slot. Last value wins.</summary>
internal sealed class MoverTable
{
    private readonly Dictionary<(MoverKind Kind, string Id), int> _slots = [];
    private readonly List<MoverPosition> _movers = [];

    /// <summary>The distributor of each rep and vehicle; one that is not here is seen only by those who see the whole region.</summary>
    private Dictionary<(MoverKind Kind, string Id), string> _distributors = [];

    private HashSet<string> _known = [];

    public int Count => _movers.Count;

    public MoverPosition this[int slot] => _movers[slot];

    public GeoPoint LocationOf(int slot) => new(_movers[slot].Longitude, _movers[slot].Latitude);

    public bool IsVisible(int slot, ReadScope scope)
    {
        var mover = _movers[slot];
        if (scope.Distributor is { } distributor)
            return _distributors.GetValueOrDefault((mover.Kind, mover.Id)) == distributor.Value;
        if (scope.Rep is { } rep)
            return mover.Kind == MoverKind.Rep && mover.Id == rep.Value;
        if (scope.Vehicle is { } vehicle)
            return mover.Kind == MoverKind.Vehicle && mover.Id == vehicle.Value;
        return scope.IsWholeRegion;
    }

    public string? DistributorOf(MoverKind kind, string id) => _distributors.GetValueOrDefault((kind, id));

    /// <summary>Whether the distributor is one of the region's.</summary>
    public bool HasDistributor(string id) => _known.Contains(id);

    public void SetParties(RegionDetail detail)
    {
        var distributors = new Dictionary<(MoverKind, string), string>();
        foreach (var rep in detail.Reps)
            distributors[(MoverKind.Rep, rep.Id.Value)] = rep.Distributor.Value;
        foreach (var vehicle in detail.Vehicles)
            distributors[(MoverKind.Vehicle, vehicle.Id.Value)] = vehicle.Distributor.Value;
        _distributors = distributors;
        _known = [.. detail.Distributors.Select(distributor => distributor.Id.Value)];
    }

    /// <summary>Takes in reported positions and adds the slots that changed.</summary>
    public void Apply(IReadOnlyList<MoverPosition> reported, SlotSet changed)
    {
        foreach (var mover in reported)
        {
            if (!_slots.TryGetValue((mover.Kind, mover.Id), out var slot))
            {
                if (_movers.Count == FrameRecords.MaxMovers)
                    continue;
                slot = _movers.Count;
                _slots.Add((mover.Kind, mover.Id), slot);
                _movers.Add(mover);
                changed.Add(slot);
            }
            else if (_movers[slot] != mover)
            {
                _movers[slot] = mover;
                changed.Add(slot);
            }
        }
    }
}
