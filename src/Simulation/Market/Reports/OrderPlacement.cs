using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Orders;

namespace Territory.Simulation.Market.Reports;

/// <summary>A rep places an order for an outlet.</summary>
public sealed record OrderPlacement(CommandId Command, RepId Rep, DateOnly Date, TimeOfDay At, Order Order);
