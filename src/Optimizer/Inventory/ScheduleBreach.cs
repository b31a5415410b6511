namespace Territory.Optimizer.Inventory;

/// <summary>A broken rule of a schedule.</summary>
/// <param name="Rule">"capacity", "duration", "maximum", "minimum", "order-up-to", "supply" (more left the supplier than it had), "supplier-capacity", "closed", "vehicle" (that may not come), "vehicle-twice", "twice" (two deliveries in a period),
/// "quantity" (not above 0), "road" (there is none), "unknown-customer", "unknown-vehicle", "unknown-period".</param>
/// <param name="By">By how many units, or units of time.</param>
public sealed record ScheduleBreach(string Rule, int Period, int? Vehicle, int? Customer, long By);
