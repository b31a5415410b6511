namespace Territory.Optimizer.Formats;

/// <summary>The pickups and deliveries that a file names stop by stop, put together and checked against each other.</summary>
internal sealed class PairList(ProblemLog log, int stops)
{
    private readonly int[] partnerOf = new int[stops];
    private readonly bool[] isPickup = new bool[stops];
    private readonly int[] lineOf = new int[stops];

    /// <param name="stop">From the depot, 0, on.</param>
    /// <param name="pickup">The pickup of a delivery; 0 where the stop is none.</param>
    /// <param name="delivery">The delivery of a pickup; 0 where the stop is none.</param>
    public void Add(int stop, long demand, int pickup, int delivery, int line)
    {
        lineOf[stop] = line;
        partnerOf[stop] = Math.Max(pickup, delivery);
        isPickup[stop] = delivery > 0;
        if (stop == 0)
        {
            if (demand != 0 || partnerOf[0] != 0)
                log.Add("pair.depot", "The depot has no demand, pickup or delivery.", line);
        }
        else if (pickup > 0 == delivery > 0)
            log.Add("pair.one", "A stop names its pickup or its delivery, and 0 for the other.", line, value: $"{pickup} {delivery}");
        else if (isPickup[stop] ? demand < 0 : demand > 0)
            log.Add("pair.sign", "The demand is not below zero at a pickup and not above it at a delivery.", line, value: $"{demand}");
    }

    public IReadOnlyList<StopPair> Pairs(IReadOnlyList<InstanceStop> demands)
    {
        var pairs = new List<StopPair>();
        for (var stop = 1; stop < partnerOf.Length; stop++)
        {
            var partner = partnerOf[stop];
            if (partnerOf[partner] != stop || isPickup[partner] == isPickup[stop])
                log.Add("pair.partner", $"Stop {stop} names stop {partner}, which does not name it.", lineOf[stop], value: $"{partner}");
            else if (demands[stop].Demand != -demands[partner].Demand)
                log.Add("pair.demand", $"Stops {stop} and {partner} must have the same demand, above and below zero.", lineOf[stop], value: $"{demands[stop].Demand}");
            else if (isPickup[stop])
                pairs.Add(new StopPair(stop, partner));
        }

        return pairs;
    }
}
