namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>Field costs by laws fitted to the optimiser (连续近似): a square root and a few products a day, nothing allocated.</summary>
/// <remarks>
/// Asked for terminals, it knows how far from the start they lie; asked for counts, it takes the region's mean, which is right for many days together and
/// wrong for one neighbourhood. Errors measured on held-out days are in <see cref="Fits"/>; docs/lab.md lists those of several regions.
/// </remarks>
public sealed class ApproximateFieldCosts : IFieldCosts
{
    private readonly FieldPlaces places;
    private readonly double squareKilometersPerTerminal;
    private readonly FieldLaw visitMinutes;
    private readonly FieldLaw visitKilometers;
    private readonly FieldLaw deliveryMinutes;
    private readonly FieldLaw deliveryKilometers;

    /// <param name="vehicleCases">What a vehicle holds.</param>
    /// <param name="fits">Of this region, or of one with roads like its own: the constants do not depend on size.</param>
    public ApproximateFieldCosts(FieldPlaces places, int vehicleCases, FieldCostFits fits)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vehicleCases);
        (this.places, VehicleCases, Fits) = (places, vehicleCases, fits);
        squareKilometersPerTerminal = places.Scale.AreaSquareKilometers / places.Count;
        (visitMinutes, visitKilometers) = (fits.VisitMinutes.Law, fits.VisitKilometers.Law);
        (deliveryMinutes, deliveryKilometers) = (fits.DeliveryMinutes.Law, fits.DeliveryKilometers.Law);
    }

    public FieldCostFits Fits { get; }

    public int VehicleCases { get; }

    public FieldDay Visits(int visits, int areaTerminals) => VisitsAt(places.Scale.ReachKilometers, visits, areaTerminals);

    public FieldDay Visits(ReadOnlySpan<int> terminals, int areaTerminals) => VisitsAt(MeanReach(terminals), terminals.Length, areaTerminals);

    public FieldDay Deliveries(int drops, int cases, int areaTerminals) =>
        DeliveriesAt(places.Scale.ReachKilometers, drops, cases, areaTerminals);

    public FieldDay Deliveries(ReadOnlySpan<int> terminals, ReadOnlySpan<int> cases, int areaTerminals)
    {
        long sum = 0;
        foreach (var amount in cases)
            sum += amount;
        return DeliveriesAt(MeanReach(terminals), terminals.Length, sum, areaTerminals);
    }

    private FieldDay VisitsAt(double reachKilometers, int visits, int areaTerminals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(visits);
        if (visits == 0)
            return default;
        var shape = FieldShape.Of(reachKilometers, squareKilometersPerTerminal, visits, 1, areaTerminals);
        return new FieldDay(visitMinutes.Of(shape), visitKilometers.Of(shape), 1);
    }

    private FieldDay DeliveriesAt(double reachKilometers, int drops, long cases, int areaTerminals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(drops);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        if (drops == 0)
            return default;
        var trips = (int)Math.Max(1, (cases + VehicleCases - 1) / VehicleCases);
        var shape = FieldShape.Of(reachKilometers, squareKilometersPerTerminal, drops, trips, areaTerminals);
        return new FieldDay(deliveryMinutes.Of(shape), deliveryKilometers.Of(shape), trips);
    }

    private double MeanReach(ReadOnlySpan<int> terminals)
    {
        var reach = places.ReachKilometers;
        var sum = 0.0;
        foreach (var terminal in terminals)
            sum += reach[terminal];
        return sum / Math.Max(1, terminals.Length);
    }
}
