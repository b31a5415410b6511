using System.Text.Json.Serialization;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;

namespace Territory.Dashboard.Webhooks;

/// <summary>What an address is told: <c>plan.published</c> with the plan, or <c>stop.done</c> with the drop.</summary>
/// <param name="Timestamp">When it happened.</param>
internal sealed record WebhookMessage(string Type, DateTimeOffset Timestamp, RegionId Region, DeliveryPlan? Plan = null, StopDone? Stop = null)
{
    /// <summary>Names the message: the same each time it is sent.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";
}

/// <summary>A drop that was made, or refused.</summary>
internal sealed record StopDone(
    TerminalId Terminal, VehicleId Vehicle, PlanId? Plan, IReadOnlyList<OrderId> Orders, DateTimeOffset ArrivedAt, DateTimeOffset LeftAt, Cases Ordered, Cases Delivered,
    RefusalReason Refusal);
