using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Setup;

/// <summary>What a region came to in seven days (the last week may be shorter). Stocks and shares are as of its last evening, the rest are sums.</summary>
public sealed record LabWeek
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateOnly LastDay { get; init; }

    public int Terminals { get; init; }

    /// <summary>Calls made, at adopted terminals and others.</summary>
    public long Calls { get; init; }

    /// <summary>Terminals that have been called at least once since the run began.</summary>
    public int TerminalsCalled { get; init; }

    public int Adopted { get; init; }

    /// <summary>Terminals that dropped us in the week.</summary>
    public int Delisted { get; init; }

    /// <summary>Terminals with at least one of our products on the shelf, over all (数值铺货率).</summary>
    public double NumericDistribution { get; init; }

    /// <summary>The same, each terminal counting as much as it sells of the category (加权铺货率).</summary>
    public double WeightedDistribution { get; init; }

    /// <summary>Our units sold over ours and rivals'.</summary>
    public double Share { get; init; }

    public double CasesSold { get; init; }

    /// <summary>Wanted of us and bought nowhere of us, by shoppers who found an empty shelf.</summary>
    public double CasesLost { get; init; }

    public long CasesDelivered { get; init; }

    public long CasesOrdered { get; init; }

    public long UnitsSold { get; init; }

    public double UnitsOfRivals { get; init; }

    /// <summary>Listed product-days that ended with an empty shelf, over all listed product-days (缺货率).</summary>
    public double OutOfStockRate { get; init; }

    /// <summary>Cases delivered at the channel price.</summary>
    public Money Revenue { get; init; }

    public LabCosts Costs { get; init; } = new();

    public Money Contribution => Revenue - Costs.Total;

    /// <summary>The company's cash from this region, since the run began.</summary>
    public Money Cash { get; init; }

    public Money DistributorCash { get; init; }

    /// <summary>Owed by terminals to the distributor.</summary>
    public Money TerminalReceivables { get; init; }

    /// <summary>Owed by the distributor to the company.</summary>
    public Money DistributorReceivables { get; init; }

    /// <summary>Depot stock, goods on the way to the depot and terminals' debt, at what the distributor paid or is owed, less what he owes.</summary>
    public Money WorkingCapital { get; init; }

    public int Reps { get; init; }

    public int TrainedReps { get; init; }

    public double MeanSkill { get; init; }

    public double CallMinutes { get; init; }

    public double RepTravelMinutes { get; init; }

    public double RepKilometres { get; init; }

    public long Drops { get; init; }

    public double VehicleMinutes { get; init; }

    public double VehicleKilometres { get; init; }

    /// <summary>Deliveries that were due on the last evening and had not been made.</summary>
    public int DropsWaiting { get; init; }
}
