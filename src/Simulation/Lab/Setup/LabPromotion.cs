using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Setup;

/// <summary>A promotion of one product in every region (促销): more is sold while it lasts and less for some days after.</summary>
public sealed record LabPromotion
{
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>0.4: demand is 1.4 times what it would be.</summary>
    public double Uplift { get; init; }

    /// <summary>0.2: the day after it ends demand is 0.8 times what it would be, and then recovers evenly.</summary>
    public double PostDip { get; init; }

    public int PostDipDays { get; init; }

    /// <summary>Paid by the company in each region on each day of the promotion.</summary>
    public Money CostPerDay { get; init; }
}
