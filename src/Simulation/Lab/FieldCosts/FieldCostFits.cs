namespace Territory.Simulation.Lab.FieldCosts;

/// <summary>The four laws of a region with their errors, to be shown beside whatever is computed with them.</summary>
public sealed record FieldCostFits(
    FieldCostFit VisitMinutes, FieldCostFit VisitKilometers, FieldCostFit DeliveryMinutes, FieldCostFit DeliveryKilometers);
