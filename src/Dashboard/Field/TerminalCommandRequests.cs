using Territory.Dashboard.Hosting;
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

    /// <summary>What is wrong with the request by itself, before any outlet is asked; null entries are nothing wrong.</summary>
    IEnumerable<RequestProblem?> Problems();
}

internal sealed record StartVisitRequest(CommandId CommandId, DateTimeOffset? At = null, PlanId? Plan = null, GeoPoint? Position = null) : ITerminalCommandRequest
{
    public IEnumerable<RequestProblem?> Problems() => [FieldLimits.Id("plan", Plan?.Value), FieldLimits.Position("position", Position)];
}

internal sealed record RecordStepRequest(CommandId CommandId, string Step, DateTimeOffset? At = null, string? Note = null) : ITerminalCommandRequest
{
    public IEnumerable<RequestProblem?> Problems() => [FieldLimits.Id("step", Step), FieldLimits.Note("note", Note)];
}

internal sealed record CountStockRequest(CommandId CommandId, IReadOnlyList<StockCountLine> Lines, DateTimeOffset? At = null) : ITerminalCommandRequest
{
    public IEnumerable<RequestProblem?> Problems() => [];
}

internal sealed record PlaceOrderRequest(
    CommandId CommandId, OrderId Order, DateOnly DueOn, IReadOnlyList<OrderLine> Lines, DateTimeOffset? At = null, string? Note = null) : ITerminalCommandRequest
{
    public IEnumerable<RequestProblem?> Problems() => [FieldLimits.Id("order", Order.Value), FieldLimits.Note("note", Note)];
}

internal sealed record CancelOrderRequest(CommandId CommandId, OrderId Order, string Reason, DateTimeOffset? At = null) : ITerminalCommandRequest
{
    public IEnumerable<RequestProblem?> Problems() => [FieldLimits.Id("order", Order.Value), FieldLimits.Note("reason", Reason)];
}

internal sealed record CompleteVisitRequest(CommandId CommandId, DateTimeOffset? At = null, string? Outcome = null) : ITerminalCommandRequest
{
    public IEnumerable<RequestProblem?> Problems() => [FieldLimits.Note("outcome", Outcome)];
}

/// <summary>A drop of the driver's own trip. A product that is not named was handed over whole.</summary>
/// <param name="Photo">The id of a picture that was or will be sent as an attachment; so is <paramref name="Signature"/>.</param>
internal sealed record ReceiveDeliveryRequest(
    CommandId CommandId,
    DateTimeOffset? At = null,
    DateTimeOffset? ArrivedAt = null,
    IReadOnlyList<HandedOver>? Lines = null,
    RefusalReason Refusal = RefusalReason.None,
    string? Photo = null,
    string? Signature = null) : ITerminalCommandRequest
{
    public IEnumerable<RequestProblem?> Problems() =>
        [FieldLimits.Choice("refusal", Refusal), FieldLimits.Id("photo", Photo), FieldLimits.Id("signature", Signature)];
}

internal readonly record struct HandedOver(ProductId Product, Cases Delivered);

internal sealed record ReceivePaymentRequest(
    CommandId CommandId, Money Amount, PaymentMethod Method, DateTimeOffset? At = null, OrderId? Order = null) : ITerminalCommandRequest
{
    public IEnumerable<RequestProblem?> Problems() => [FieldLimits.Choice("method", Method), FieldLimits.Id("order", Order?.Value)];
}
