namespace Territory.Simulation.Lab.Sweep;

/// <summary>What a region's day came to besides sales: flows by product in cases, money in minor units, work of the field.</summary>
internal sealed class DayTally(int products)
{
    public SweepTally Sales { get; } = new(products);

    public long[] Arrived { get; } = new long[products];

    public long[] Delivered { get; } = new long[products];

    /// <summary>By terminals.</summary>
    public long[] Ordered { get; } = new long[products];

    /// <summary>By the factory.</summary>
    public long[] Sent { get; } = new long[products];

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

    public void Clear()
    {
        Array.Clear(Arrived);
        Array.Clear(Delivered);
        Array.Clear(Ordered);
        Array.Clear(Sent);
        RivalUnits = 0;
        (Invoiced, FactoryInvoiced, RepCost, VehicleCost, PromotionCost) = (0, 0, 0, 0, 0);
        (Calls, FirstCalls, Delisted, Drops) = (0, 0, 0, 0);
        (CallMinutes, RepTravelMinutes, RepKilometres, VehicleMinutes, VehicleKilometres) = (0, 0, 0, 0, 0);
    }
}
