using Territory.Model.Deliveries;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Payments;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Model.Visits;

namespace Territory.Contracts.Terminals;

/// <summary>Opens a terminal file (建档). <paramref name="Batch"/> names the import it came with, if any.</summary>
[GenerateSerializer, Immutable, Alias("territory.RegisterTerminal")]
public sealed record RegisterTerminal(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] TerminalFile File,
    [property: Id(2)] string? Batch) : ICommand;

/// <summary>Replaces the terminal file.</summary>
[GenerateSerializer, Immutable, Alias("territory.ChangeTerminalFile")]
public sealed record ChangeTerminalFile(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] TerminalFile File) : ICommand;

/// <summary>Takes back a registration, as when an import batch is undone. Refused once the outlet has visits, orders or deliveries.</summary>
[GenerateSerializer, Immutable, Alias("territory.WithdrawTerminal")]
public sealed record WithdrawTerminal(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Reason) : ICommand;

/// <summary>States the stock with which an outlet's book begins (期初库存). Refused once anything has happened to its stock.</summary>
[GenerateSerializer, Immutable, Alias("territory.SetOpeningStock")]
public sealed record SetOpeningStock(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] IReadOnlyList<StockCountLine> Lines) : ICommand;

/// <summary>Sales to consumers since the last settlement: the demand of the interval, of which the outlet sells what it has.</summary>
[GenerateSerializer, Immutable, Alias("territory.SettleSales")]
public sealed record SettleSales(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] DateTimeOffset From,
    [property: Id(2)] DateTimeOffset Until,
    [property: Id(3)] int Interval,
    [property: Id(4)] IReadOnlyList<DemandLine> Demand) : ICommand;

/// <summary>A rep checks in (签到).</summary>
[GenerateSerializer, Immutable, Alias("territory.StartVisit")]
public sealed record StartVisit(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] RepId Rep,
    [property: Id(2)] PlanId? Plan,
    [property: Id(3)] GeoPoint? Position) : ICommand;

/// <summary>One of the steps of the visit protocol is done.</summary>
[GenerateSerializer, Immutable, Alias("territory.RecordVisitStep")]
public sealed record RecordVisitStep(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Step,
    [property: Id(2)] string? Note) : ICommand;

/// <summary>Stock counted on the shelf and in the store (库存盘点).</summary>
[GenerateSerializer, Immutable, Alias("territory.CountStock")]
public sealed record CountStock(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] IReadOnlyList<StockCountLine> Lines) : ICommand;

/// <summary>An order on the distributor (下单). The order's id comes from the sender so that a retry is the same order.</summary>
[GenerateSerializer, Immutable, Alias("territory.PlaceOrder")]
public sealed record PlaceOrder(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] OrderId Order,
    [property: Id(2)] DateOnly DueOn,
    [property: Id(3)] IReadOnlyList<OrderLine> Lines,
    [property: Id(4)] string? Note) : ICommand;

/// <summary>Takes back an order that is not delivered yet.</summary>
[GenerateSerializer, Immutable, Alias("territory.CancelOrder")]
public sealed record CancelOrder(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] OrderId Order,
    [property: Id(2)] string Reason) : ICommand;

/// <summary>Makes two orders of an open one (拆单), which together are what it was: for the same day and at the same prices.</summary>
/// <param name="Lines">What the new order takes over.</param>
[GenerateSerializer, Immutable, Alias("territory.SplitOrder")]
public sealed record SplitOrder(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] OrderId Order,
    [property: Id(2)] OrderId NewOrder,
    [property: Id(3)] IReadOnlyList<OrderLine> Lines,
    [property: Id(4)] string Reason) : ICommand;

/// <summary>The rep leaves (签退). An unproductive call says why.</summary>
/// <param name="Steps">Steps done that were not recorded one by one, in order.</param>
[GenerateSerializer, Immutable, Alias("territory.CompleteVisit")]
public sealed record CompleteVisit(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string? Outcome,
    [property: Id(2)] IReadOnlyList<VisitStepDone>? Steps = null) : ICommand;

/// <summary>A vehicle has handed over goods (送货). Every open line of the orders is stated; what was not handed over has a reason.</summary>
[GenerateSerializer, Immutable, Alias("territory.ReceiveDelivery")]
public sealed record ReceiveDelivery(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] VehicleId Vehicle,
    [property: Id(2)] PlanId? Plan,
    [property: Id(3)] IReadOnlyList<OrderId> Orders,
    [property: Id(4)] IReadOnlyList<DeliveryLine> Lines,
    [property: Id(5)] RefusalReason Refusal,
    [property: Id(6)] DateTimeOffset? WindowStart,
    [property: Id(7)] DateTimeOffset? WindowEnd,
    [property: Id(8)] DateTimeOffset ArrivedAt,
    [property: Id(9)] string? Photo = null,
    [property: Id(10)] string? Signature = null) : ICommand;

/// <summary>The outlet pays (收款).</summary>
/// <param name="Vehicle">Whose driver takes the money along; null: it was not a driver.</param>
[GenerateSerializer, Immutable, Alias("territory.ReceivePayment")]
public sealed record ReceivePayment(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] Money Amount,
    [property: Id(2)] PaymentMethod Method,
    [property: Id(3)] OrderId? Order,
    [property: Id(4)] VehicleId? Vehicle = null) : ICommand;
