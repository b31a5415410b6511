using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Dispatch;

/// <summary>A person may load a vehicle beyond what it holds (允许超载), by so many thousandths of each of its capacities, at a price for each case too many.</summary>
/// <remarks>The optimiser never makes use of it.</remarks>
public sealed record OverloadAllowance(VehicleId Vehicle, int Permille, Money PerCase);
