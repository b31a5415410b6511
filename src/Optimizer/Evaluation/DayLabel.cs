namespace Territory.Optimizer.Evaluation;

/// <summary>One way in which a day can have come as far as an entry of its route: with these breaks taken, by this time.</summary>
internal struct DayLabel
{
    /// <summary>The label before; -1 at the departure.</summary>
    public int Parent;

    /// <summary>The entry reached, or, of a break, the entry that the vehicle is on its way to.</summary>
    public int Entry;

    public bool IsBreak;

    /// <summary>Breaks taken or, in a plan that misses some, passed over.</summary>
    public int Breaks;

    public int Missed;

    /// <summary>When the entry is reached; of a break, when it would be reached without a further one.</summary>
    public long Arrival;

    /// <summary>When service, reloading or the break begins.</summary>
    public long Start;

    /// <summary>When the vehicle is free to go on.</summary>
    public long Done;

    /// <summary>When work began: the departure, or the end of the last break.</summary>
    public long WorkSince;

    /// <summary>Of a break: what is left of the leg when it ends, as work of <see cref="Routing.TravelLeg"/>: thousandths of a unit of time at full speed.</summary>
    public long Left;

    /// <summary>Of a break: when the entry would have been reached without it.</summary>
    public long Reached;

    /// <summary>Of a break taken at the entry, while waiting there: how much later it might have begun.</summary>
    public long Slack;

    /// <summary>Lateness so far, beyond all windows.</summary>
    public long Late;

    /// <summary>Cost so far of early and late starts.</summary>
    public long StartCost;

    public int Window;
}
