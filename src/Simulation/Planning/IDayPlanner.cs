using Territory.Model.Plans;

namespace Territory.Simulation.Planning;

/// <summary>Makes the plans of one working day; the same for the live territory's simulated market and for what-if runs.</summary>
/// <remarks>A plan is a function of its request: no clock, and a limit on iterations only.</remarks>
public interface IDayPlanner
{
    /// <summary>One distributor's deliveries, as a proposal.</summary>
    ValueTask<DeliveryPlan> PlanDeliveriesAsync(DeliveryPlanning request, CancellationToken cancellationToken);

    /// <summary>One rep's visit list, as a proposal.</summary>
    ValueTask<VisitPlan> PlanVisitsAsync(VisitPlanning request, CancellationToken cancellationToken);
}
