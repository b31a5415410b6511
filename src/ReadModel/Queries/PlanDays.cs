using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.ReadModel.Queries;

/// <summary>A distributor's day: the proposal that waits for a decision, and what is published.</summary>
public sealed record DeliveryPlanDay(DistributorId Distributor, DateOnly Date, DeliveryPlan? Proposed, DeliveryPlan? Published) : IPlanDay<DeliveryPlan>;

/// <summary>A rep's day: the proposal that waits for a decision, and what is published.</summary>
public sealed record VisitPlanDay(RepId Rep, DateOnly Date, VisitPlan? Proposed, VisitPlan? Published) : IPlanDay<VisitPlan>;
