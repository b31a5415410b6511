namespace Territory.Optimizer.Formats;

/// <summary>A line of an instance, in the file's own units.</summary>
/// <param name="Demand">What the depot sends; at a pickup of a <see cref="StopPair"/> what comes on board, and the same below zero at its delivery.</param>
public readonly record struct InstanceStop(double X, double Y, long Demand, double Early, double Late, double Service)
{
    /// <summary>What is taken from the stop to the depot.</summary>
    public long Pickup { get; init; }

    /// <summary>The second and third dimension of <see cref="Demand"/>; zero where loads have one.</summary>
    public (long Second, long Third) FurtherDemand { get; init; }

    /// <summary>The second and third dimension of <see cref="Pickup"/>.</summary>
    public (long Second, long Third) FurtherPickup { get; init; }

    /// <summary>The trip that serves the stop leaves its depot no earlier.</summary>
    public double Release { get; init; }

    /// <summary>What leaving the stop out costs; 0: it has to be served.</summary>
    public double Prize { get; init; }

    /// <summary>Whether anything is taken to the depot: a backhaul, where the instance tells them from linehauls.</summary>
    public bool IsBackhaul => Pickup > 0 || FurtherPickup.Second > 0 || FurtherPickup.Third > 0;

    public long DemandIn(int dimension) => dimension == 0 ? Demand : dimension == 1 ? FurtherDemand.Second : FurtherDemand.Third;

    public long PickupIn(int dimension) => dimension == 0 ? Pickup : dimension == 1 ? FurtherPickup.Second : FurtherPickup.Third;
}
