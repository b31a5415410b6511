using Territory.Contracts.Terminals;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.ReadModel.Queries;

/// <summary>Everything about one outlet, at one journal position.</summary>
/// <param name="CoverDays">The lowest days of cover among listed products on the mean of the last 28 days; null when nothing sells.</param>
/// <param name="NextVisitOn">The next day on which a published list, or the reason it was put off, plans a visit.</param>
/// <param name="Visit">The visit that is going on.</param>
public sealed record TerminalPage(
    TerminalFile File,
    IReadOnlyList<TerminalStock> Stock,
    double? CoverDays,
    IReadOnlyList<Order> OpenOrders,
    Money Balance,
    DateOnly? LastVisitOn,
    DateOnly? NextVisitOn,
    IReadOnlyList<TerminalVisit> Visits,
    IReadOnlyList<TerminalDelivery> Deliveries,
    IReadOnlyList<TerminalOrder> Orders,
    SalesSeries Sales,
    VisitInProgress? Visit,
    long Position);

/// <param name="LastCounted">Units at the last count; null when never counted.</param>
public sealed record TerminalStock(
    ProductId Product,
    bool Listed,
    Units Stock,
    Units OnOrder,
    double MeanDailySales,
    double? CoverDays,
    Units? LastCounted,
    Units ReceivedSince,
    DateTimeOffset? LastCountedAt);

/// <param name="Until">Null while it goes on.</param>
public sealed record TerminalVisit(DateTimeOffset At, DateTimeOffset? Until, RepId Rep, bool Productive, bool Planned, string? Outcome);

/// <param name="Photo">The id of a picture, as is <paramref name="Signature"/>; null where none was taken.</param>
public sealed record TerminalDelivery(
    DateTimeOffset At, VehicleId Vehicle, Cases Cases, Money Value, bool OnTime, string Refusal, string? Photo, string? Signature);

/// <param name="State">"open", "delivered" or "cancelled".</param>
public sealed record TerminalOrder(OrderId Id, DateTimeOffset PlacedAt, DateOnly DueOn, Cases Cases, Money Value, string State);

/// <summary>Units sold to consumers on each of the last days.</summary>
public sealed record SalesSeries(IReadOnlyList<DateOnly> Days, IReadOnlyList<int> Units);

public sealed record VisitInProgress(RepId Rep, PlanId? Plan, DateTimeOffset StartedAt, IReadOnlyList<string> StepsDone, bool Ordered)
{
    internal static VisitInProgress? Of(OpenVisit? visit) =>
        visit is null ? null : new VisitInProgress(visit.Rep, visit.Plan, visit.StartedAt, [.. visit.StepsDone.Select(step => step.Step)], visit.Ordered);
}
