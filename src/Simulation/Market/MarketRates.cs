using Territory.Model.Calendar;
using Territory.Model.Quantities;

namespace Territory.Simulation.Market;

/// <summary>The adjustable figures of the market rules. Defaults are plausible for packaged drinks in a county market.</summary>
public sealed record MarketRates
{
    public static MarketRates Standard { get; } = new();

    /// <summary>Share of an outlet's category volume that is ours when it lists every product.</summary>
    public double OwnShare { get; init; } = 0.35;

    /// <summary>Standard deviation of ln popularity between products: 0.9 gives the best tenth of the products 35 % of the volume.</summary>
    public double ProductSpread { get; init; } = 0.9;

    /// <summary>Standard deviation of ln taste of an outlet for a product.</summary>
    public double TasteSpread { get; init; } = 0.4;

    /// <summary>Season by month, January first; scaled to a mean of 1 over the twelve.</summary>
    public IReadOnlyList<double> SeasonByMonth { get; init; } = [0.92, 0.85, 0.86, 0.94, 1.04, 1.15, 1.26, 1.24, 1.10, 0.96, 0.84, 0.84];

    /// <summary>Multiplies every daily mean; 0 is a market that buys nothing.</summary>
    public double DemandFactor { get; init; } = 1;

    /// <summary>Actual travel time over planned: least, most likely and most.</summary>
    public NoiseRange Travel { get; init; } = new(0.85, 0.97, 1.40);

    /// <summary>Actual service time over planned.</summary>
    public NoiseRange Service { get; init; } = new(0.70, 0.95, 1.50);

    /// <summary>Chance that an outlet that should be open is shut when the vehicle comes.</summary>
    public double ClosedChance { get; init; } = 0.008;

    /// <summary>Chance that a cash outlet has no cash.</summary>
    public double NoCashChance { get; init; } = 0.006;

    /// <summary>Target of the order rule over the sales of the last period, in tenths: 15 is the 1.5x rule.</summary>
    public int OrderTargetTenths { get; init; } = 15;

    /// <summary>How early someone waits at a shop's door for it to open.</summary>
    public Duration LongestWait { get; init; } = Duration.FromMinutes(30);

    /// <summary>When the next working day is planned and published.</summary>
    public TimeOfDay PlanningTime { get; init; } = TimeOfDay.At(20);
}
