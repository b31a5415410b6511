using Territory.Model.Deliveries;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Products;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Model.Vehicles;

namespace Territory.Optimizer.Deliveries;

/// <summary>Everything a delivery plan (配送计划) of one distributor and day is a function of.</summary>
public sealed record DeliveryPlanRequest
{
    public required PlanId Plan { get; init; }

    public required int Version { get; init; }

    public required Region Region { get; init; }

    public required DistributorFile Distributor { get; init; }

    public required DateOnly Date { get; init; }

    public required IReadOnlyList<VehicleFile> Vehicles { get; init; }

    /// <summary>Open orders. One whose due day is after <see cref="Date"/> waits for its day and is not in the plan.</summary>
    public required IReadOnlyList<Order> Orders { get; init; }

    /// <summary>Distinct terminals, each order's among them; <c>Terminals[i]</c> is point i + 1 of <see cref="Travel"/>.</summary>
    public required IReadOnlyList<TerminalFile> Terminals { get; init; }

    public required IReadOnlyList<Product> Products { get; init; }

    /// <summary>Point 0 is the depot, point i + 1 is <c>Terminals[i]</c>; size is the number of terminals plus one.</summary>
    public required TravelMatrix Travel { get; init; }

    /// <summary>Travel times by slot of the day (分时段), over the same points; null: those of <see cref="Travel"/> hold at any hour.</summary>
    /// <remarks>Distances, and what no road leads to, are those of <see cref="Travel"/> at any hour.</remarks>
    public DayTravel? TravelByTime { get; init; }

    /// <summary>How long unloading really takes where that is known; elsewhere the distributor's rule holds.</summary>
    public IReadOnlyList<LearnedService> LearnedService { get; init; } = [];

    public long JournalPosition { get; init; }
}
