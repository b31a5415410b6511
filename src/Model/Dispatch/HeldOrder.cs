using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>An order that stays in the tray (待排) until a person takes it out again.</summary>
public sealed record HeldOrder(OrderId Order, HoldReason Reason, string? Note);
