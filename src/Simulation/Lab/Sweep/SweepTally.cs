namespace Territory.Simulation.Lab.Sweep;

/// <summary>What a day's sales came to, by product, in whole units: sums of tallies do not depend on their order.</summary>
internal sealed class SweepTally(int products)
{
    public long[] Sold { get; } = new long[products];

    /// <summary>Gone to a rival or to nobody.</summary>
    public long[] Lost { get; } = new long[products];

    /// <summary>Of the lost, those that a rival sold.</summary>
    public long ToRivals { get; set; }

    /// <summary>Thousandths of the category's units of an average day that display and the rivals' pressure moved from rivals to us.</summary>
    public long ShareGained { get; set; }

    /// <summary>What consumers paid beyond the list price, in minor units.</summary>
    public long PriceDifference { get; set; }

    public long ListedDays { get; set; }

    public long EmptyDays { get; set; }

    public void Clear()
    {
        Array.Clear(Sold);
        Array.Clear(Lost);
        (ToRivals, ListedDays, EmptyDays) = (0, 0, 0);
        (ShareGained, PriceDifference) = (0, 0);
    }

    public void Add(SweepTally other)
    {
        for (var product = 0; product < Sold.Length; product++)
        {
            Sold[product] += other.Sold[product];
            Lost[product] += other.Lost[product];
        }

        ToRivals += other.ToRivals;
        ListedDays += other.ListedDays;
        EmptyDays += other.EmptyDays;
        ShareGained += other.ShareGained;
        PriceDifference += other.PriceDifference;
    }
}
