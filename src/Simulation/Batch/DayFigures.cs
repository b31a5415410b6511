using Territory.Model.Quantities;

namespace Territory.Simulation.Batch;

/// <summary>The figures of one market day (domain formulas; counts, so that days add up).</summary>
public sealed record DayFigures
{
    public required DateOnly Date { get; init; }

    public long UnitsSold { get; set; }

    /// <summary>Units asked for and not on the shelf (断货损失).</summary>
    public long UnitsLost { get; set; }

    /// <summary>Listed terminal-products of active outlets, and those at zero at midnight.</summary>
    public int ListedTerminalProducts { get; set; }

    public int EmptyTerminalProducts { get; set; }

    /// <summary>Active outlets, and those with any of our products on the shelf at midnight (铺市率).</summary>
    public int ActiveOutlets { get; set; }

    public int HandlingOutlets { get; set; }

    /// <summary>Category cases a month of the active and of the handling outlets (加权铺市率).</summary>
    public long ActiveVolume { get; set; }

    public long HandlingVolume { get; set; }

    public int VisitsPlanned { get; set; }

    public int VisitsDone { get; set; }

    public int Orders { get; set; }

    public long CasesOrdered { get; set; }

    /// <summary>Stops on the published delivery plans, drops made, and drops with arrival within the window.</summary>
    public int DeliveriesDue { get; set; }

    public int Drops { get; set; }

    public int DropsOnTime { get; set; }

    public int Refusals { get; set; }

    public long CasesDelivered { get; set; }

    /// <summary>Outlets whose orders the plan leaves out.</summary>
    public int Unserved { get; set; }

    public Money Invoiced { get; set; }

    public Money Paid { get; set; }

    /// <summary>缺货率.</summary>
    public double OutOfStockRate => Ratio(EmptyTerminalProducts, ListedTerminalProducts);

    public double NumericDistribution => Ratio(HandlingOutlets, ActiveOutlets);

    public double WeightedDistribution => Ratio(HandlingVolume, ActiveVolume);

    public double VisitCoverage => Ratio(VisitsDone, VisitsPlanned);

    public double OnTimeRate => Ratio(DropsOnTime, DeliveriesDue);

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
