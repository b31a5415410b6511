using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.ReadModel.Queries;

/// <summary>A distributor's day: the proposal that waits for a decision, and what is published.</summary>
public sealed record DeliveryPlanDay(DistributorId Distributor, DateOnly Date, DeliveryPlan? Proposed, DeliveryPlan? Published) : IPlanDay<DeliveryPlan>;

/// <summary>A distributor's day as those see it who plan it.</summary>
/// <param name="Working">What edits start from: the latest version that is neither discarded nor set aside.</param>
/// <param name="ClosedAt">When somebody ended the day; null while it goes on, and where a simulated market ends its days itself.</param>
public sealed record DeliveryDay(
    DistributorId Distributor, DateOnly Date, DeliveryPlan? Proposed, DeliveryPlan? Published, DeliveryPlan? Working, DayProgress Progress,
    DateTimeOffset? ClosedAt = null);

/// <summary>A rep's day: the proposal that waits for a decision, and what is published.</summary>
public sealed record VisitPlanDay(RepId Rep, DateOnly Date, VisitPlan? Proposed, VisitPlan? Published) : IPlanDay<VisitPlan>;
