using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Orders;

namespace Territory.ReadModel.Queries;

/// <summary>What a vehicle left with for an outlet, by the version of its order that has the stop.</summary>
/// <param name="Orders">Those that are still open.</param>
public sealed record BoardedStop(PlanId Plan, IReadOnlyList<Order> Orders, TimeWindow Window);
