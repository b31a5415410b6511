using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Simulation.Market;

namespace Territory.Simulation.Planning;

/// <summary>What a distributor's delivery plan is made from.</summary>
/// <param name="OpenOrders">Open orders due on or before the date; their order does not matter.</param>
/// <param name="Version">The number of the plan among those of its distributor and day.</param>
/// <param name="JournalPosition">The position whose state is planned; 0 in a what-if run.</param>
public sealed record DeliveryPlanning(
    MarketSetup Setup,
    DistributorId Distributor,
    DateOnly Date,
    IReadOnlyList<Order> OpenOrders,
    int Version = 1,
    long JournalPosition = 0);
