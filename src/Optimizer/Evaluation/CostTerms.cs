namespace Territory.Optimizer.Evaluation;

/// <summary>What a route costs, by what it is paid for.</summary>
public readonly record struct CostTerms
{
    public long Fixed { get; init; }

    public long Distance { get; init; }

    /// <summary>Tolls and other prices of arcs.</summary>
    public long Prices { get; init; }

    public long Duration { get; init; }

    public long Driving { get; init; }

    public long Service { get; init; }

    public long Overtime { get; init; }

    public long Stops { get; init; }

    public long SoftWindows { get; init; }

    public long Changes { get; init; }

    public long Territories { get; init; }

    public long Balance { get; init; }

    public long LeftOut { get; init; }

    public long Total => Fixed + Distance + Prices + Duration + Driving + Service + Overtime + Stops + SoftWindows + Changes + Territories + Balance + LeftOut;

    public static CostTerms operator +(CostTerms a, CostTerms b) => new()
    {
        Fixed = a.Fixed + b.Fixed,
        Distance = a.Distance + b.Distance,
        Prices = a.Prices + b.Prices,
        Duration = a.Duration + b.Duration,
        Driving = a.Driving + b.Driving,
        Service = a.Service + b.Service,
        Overtime = a.Overtime + b.Overtime,
        Stops = a.Stops + b.Stops,
        SoftWindows = a.SoftWindows + b.SoftWindows,
        Changes = a.Changes + b.Changes,
        Territories = a.Territories + b.Territories,
        Balance = a.Balance + b.Balance,
        LeftOut = a.LeftOut + b.LeftOut,
    };
}
