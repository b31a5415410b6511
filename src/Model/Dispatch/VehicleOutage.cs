using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>A vehicle that can do nothing more on the day (车辆故障).</summary>
/// <param name="From">What it did before stands.</param>
public sealed record VehicleOutage(VehicleId Vehicle, TimeOfDay From, string? Note);
