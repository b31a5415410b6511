namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>What a day came to.</summary>
internal sealed class DayFlow(int products)
{
    public long[] Sold { get; } = new long[products];

    public long[] Lost { get; } = new long[products];

    public long[] Arrived { get; } = new long[products];

    public long[] Delivered { get; } = new long[products];

    public long[] Ordered { get; } = new long[products];

    public long[] Sent { get; } = new long[products];

    public long ToRivals { get; set; }

    public long ShareGained { get; set; }

    /// <summary>Paid by consumers beyond the list price.</summary>
    public long PriceDifference { get; set; }

    public long ListedDays { get; set; }

    public long EmptyDays { get; set; }

    public double RivalUnits { get; set; }

    public long Invoiced { get; set; }

    public long FactoryInvoiced { get; set; }

    public long RepCost { get; set; }

    public long VehicleCost { get; set; }

    public long PromotionCost { get; set; }

    public int Calls { get; set; }

    public int FirstCalls { get; set; }

    public int Delisted { get; set; }

    public double CallMinutes { get; set; }

    public double RepTravelMinutes { get; set; }

    public double RepKilometres { get; set; }

    public int Drops { get; set; }

    public double VehicleMinutes { get; set; }

    public double VehicleKilometres { get; set; }
}
