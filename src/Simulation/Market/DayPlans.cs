using Territory.Model.Orders;
using Territory.Model.Plans;

namespace Territory.Simulation.Market;

/// <summary>The published plans of one day.</summary>
/// <param name="Revision">Grows with every publication for the day.</param>
/// <param name="Orders">Every order that a delivery plan names.</param>
public sealed record DayPlans(
    DateOnly Date,
    long Revision,
    IReadOnlyList<VisitPlan> Visits,
    IReadOnlyList<DeliveryPlan> Deliveries,
    IReadOnlyList<Order> Orders)
{
    public static DayPlans None(DateOnly date) => new(date, 0, [], [], []);
}
