using Territory.Model.Deliveries;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Payments;
using Territory.Model.Quantities;
using Territory.Model.Visits;

namespace Territory.Dashboard.Field;

/// <summary>What every command about a terminal carries.</summary>
internal interface ITerminalCommandRequest
{
    /// <summary>Made by the client; sending it again returns the first answer.</summary>
    CommandId CommandId { get; }

    /// <summary>When it happened, where it was queued on the way; null: now.</summary>
    DateTimeOffset? At { get; }
}

internal sealed record StartVisitRequest(CommandId CommandId, DateTimeOffset? At = null, PlanId? Plan = null, GeoPoint? Position = null) : ITerminalCommandRequest;

internal sealed record RecordStepRequest(CommandId CommandId, string Step, DateTimeOffset? At = null, string? Note = null) : ITerminalCommandRequest;

internal sealed record CountStockRequest(CommandId CommandId, IReadOnlyList<StockCountLine> Lines, DateTimeOffset? At = null) : ITerminalCommandRequest;

internal sealed record PlaceOrderRequest(
    CommandId CommandId, OrderId Order, DateOnly DueOn, IReadOnlyList<OrderLine> Lines, DateTimeOffset? At = null, string? Note = null) : ITerminalCommandRequest;

internal sealed record CancelOrderRequest(CommandId CommandId, OrderId Order, string Reason, DateTimeOffset? At = null) : ITerminalCommandRequest;

internal sealed record CompleteVisitRequest(CommandId CommandId, DateTimeOffset? At = null, string? Outcome = null) : ITerminalCommandRequest;

/// <summary>A drop of the driver's own trip. A product that is not named was handed over whole.</summary>
internal sealed record ReceiveDeliveryRequest(
    CommandId CommandId,
    DateTimeOffset? At = null,
    DateTimeOffset? ArrivedAt = null,
    IReadOnlyList<HandedOver>? Lines = null,
    RefusalReason Refusal = RefusalReason.None) : ITerminalCommandRequest;

internal readonly record struct HandedOver(ProductId Product, Cases Delivered);

internal sealed record ReceivePaymentRequest(
    CommandId CommandId, Money Amount, PaymentMethod Method, DateTimeOffset? At = null, OrderId? Order = null) : ITerminalCommandRequest;
