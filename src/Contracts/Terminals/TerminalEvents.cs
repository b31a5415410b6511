using Territory.Model.Deliveries;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Payments;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Model.Visits;

namespace Territory.Contracts.Terminals;

[GenerateSerializer, Immutable, Alias("territory.TerminalRegistered")]
public sealed record TerminalRegistered(
    [property: Id(0)] TerminalFile File,
    [property: Id(1)] string? Batch,
    [property: Id(2)] DateOnly Day) : IEvent;

/// <summary>The stock with which an outlet's book begins (期初库存). It is no count.</summary>
[GenerateSerializer, Immutable, Alias("territory.OpeningStockSet")]
public sealed record OpeningStockSet(
    [property: Id(0)] IReadOnlyList<StockCountLine> Lines,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] DateOnly Day) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.TerminalFileChanged")]
public sealed record TerminalFileChanged(
    [property: Id(0)] TerminalFile File) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.TerminalWithdrawn")]
public sealed record TerminalWithdrawn(
    [property: Id(0)] string Reason) : IEvent;

/// <summary>Sales of an interval: what was sold, and what was asked for and not there (lost).</summary>
[GenerateSerializer, Immutable, Alias("territory.SalesSettled")]
public sealed record SalesSettled(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset Until,
    [property: Id(2)] DateOnly Day,
    [property: Id(3)] int Interval,
    [property: Id(4)] IReadOnlyList<SoldLine> Lines) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.VisitStarted")]
public sealed record VisitStarted(
    [property: Id(0)] RepId Rep,
    [property: Id(1)] PlanId? Plan,
    [property: Id(2)] GeoPoint? Position,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] DateOnly Day) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.VisitStepRecorded")]
public sealed record VisitStepRecorded(
    [property: Id(0)] string Step,
    [property: Id(1)] string? Note,
    [property: Id(2)] DateTimeOffset At) : IEvent;

/// <summary>Counted stock; it replaces the book stock, and the difference is shrinkage or a find.</summary>
[GenerateSerializer, Immutable, Alias("territory.StockCounted")]
public sealed record StockCounted(
    [property: Id(0)] IReadOnlyList<CountedLine> Lines,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] DateOnly Day) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.OrderPlaced")]
public sealed record OrderPlaced(
    [property: Id(0)] Order Order,
    [property: Id(1)] IReadOnlyList<PricedLine> Lines,
    [property: Id(2)] Money Value,
    [property: Id(3)] DateOnly Day) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.OrderCancelled")]
public sealed record OrderCancelled(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] string Reason,
    [property: Id(2)] DateTimeOffset At) : IEvent;

/// <summary>An open order became two, which together are what it was.</summary>
/// <param name="Split">The new order, placed when the first was and due on the same day.</param>
/// <param name="SplitLines">The lines of the new order.</param>
/// <param name="Remaining">The lines that the first order keeps.</param>
[GenerateSerializer, Immutable, Alias("territory.OrderSplit")]
public sealed record OrderSplit(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] Order Split,
    [property: Id(2)] IReadOnlyList<PricedLine> SplitLines,
    [property: Id(3)] IReadOnlyList<PricedLine> Remaining,
    [property: Id(4)] string Reason,
    [property: Id(5)] DateTimeOffset At) : IEvent;

/// <summary>A visit ended; it is valid because it has both ends. Productive: at least one order was placed during it.</summary>
/// <param name="Steps">The steps done, in order, with those recorded one by one.</param>
[GenerateSerializer, Immutable, Alias("territory.VisitCompleted")]
public sealed record VisitCompleted(
    [property: Id(0)] RepId Rep,
    [property: Id(1)] PlanId? Plan,
    [property: Id(2)] DateTimeOffset StartedAt,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] DateOnly Day,
    [property: Id(5)] bool Productive,
    [property: Id(6)] string? Outcome,
    [property: Id(7)] IReadOnlyList<VisitStepDone> Steps) : IEvent;

/// <summary>Goods handed over, or brought back with a reason. On time: the vehicle arrived by the window's end; one that comes early waits.</summary>
/// <param name="OrdersStayOpen">Nothing was handed over for a reason that will pass, such as a closed door: the orders are delivered another day.</param>
[GenerateSerializer, Immutable, Alias("territory.DeliveryReceived")]
public sealed record DeliveryReceived(
    [property: Id(0)] VehicleId Vehicle,
    [property: Id(1)] PlanId? Plan,
    [property: Id(2)] DistributorId Distributor,
    [property: Id(3)] IReadOnlyList<OrderId> Orders,
    [property: Id(4)] IReadOnlyList<DeliveredLine> Lines,
    [property: Id(5)] RefusalReason Refusal,
    [property: Id(6)] DateTimeOffset? WindowStart,
    [property: Id(7)] DateTimeOffset? WindowEnd,
    [property: Id(8)] DateTimeOffset ArrivedAt,
    [property: Id(9)] DateTimeOffset At,
    [property: Id(10)] DateOnly Day,
    [property: Id(11)] Money Value,
    [property: Id(12)] bool OrdersStayOpen,
    [property: Id(13)] string? Photo = null,
    [property: Id(14)] string? Signature = null) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.PaymentReceived")]
public sealed record PaymentReceived(
    [property: Id(0)] Money Amount,
    [property: Id(1)] PaymentMethod Method,
    [property: Id(2)] OrderId? Order,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] DateOnly Day,
    [property: Id(5)] VehicleId? Vehicle = null) : IEvent;
