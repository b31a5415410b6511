using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Turns;

/// <summary>A random network with what the search over histories says of it.</summary>
internal sealed record HistoryCase(int Seed, RandomTurns Random, PlaceOnRoad[] Places, HistoryPaths Paths, HashSet<int> Arcs, bool[] LeadsInto)
{
    /// <summary>From one seed on; networks of which the reference cannot tell which part is the main one are left out.</summary>
    public static IEnumerable<HistoryCase> From(int seed, int count, int places)
    {
        for (var end = seed + count; seed < end; seed++)
        {
            var random = RandomTurns.Create(seed);
            var paths = new HistoryPaths(random.Network, random.Profile, random.Costs, random.Times);
            var kept = Enumerable.Range(0, 2 * random.Network.SegmentCount).Where(arc => random.Graph.VertexOfArc[arc] >= 0).ToHashSet();
            var networks = paths.Networks().Where(network => network.Arcs.SetEquals(kept)).ToArray();
            if (networks.Length == 1)
                yield return new HistoryCase(seed, random, random.Places(places), paths, networks[0].Arcs, networks[0].LeadsInto);
        }
    }

    public RoadPosition PositionOf(PlaceOnRoad place) => place.In(Random.Network.Tables, Random.Graph);

    public (long Milliseconds, long Centimeters)?[] CostsFrom(PlaceOnRoad source) => Paths.Costs(source, Places, Arcs, LeadsInto);
}
