using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;

namespace Territory.ReadModel.Queries;

/// <summary>A delivery plan with everyone and everything it names, so that it can be written out with names instead of ids.</summary>
/// <param name="Reps">Those who ride along.</param>
/// <param name="Products">Of the whole region, in the order of its catalogue.</param>
/// <param name="Orders">Those of the plan's stops, also when they have been delivered or cancelled since.</param>
/// <param name="Balances">What the plan's terminals owe.</param>
public sealed record PlannedDeliveries(
    DeliveryPlan Plan,
    Region Region,
    DistributorFile Distributor,
    IReadOnlyDictionary<VehicleId, VehicleFile> Vehicles,
    IReadOnlyDictionary<RepId, RepFile> Reps,
    IReadOnlyDictionary<TerminalId, TerminalFile> Terminals,
    IReadOnlyDictionary<ProductId, Product> Products,
    IReadOnlyDictionary<OrderId, PlannedOrder> Orders,
    IReadOnlyDictionary<TerminalId, Money> Balances)
{
    /// <summary>One vehicle's part; null when the plan does not use it.</summary>
    public PlannedDeliveries? Only(VehicleId vehicle) => Plan.Routes.Any(route => route.Vehicle == vehicle) ? PartOf(vehicle) : null;

    /// <summary>One vehicle's part, which is empty where the plan does not use it.</summary>
    public PlannedDeliveries PartOf(VehicleId vehicle) => this with { Plan = PlanQueries.OnlyOf(Plan, vehicle) };
}

/// <summary>An order that a plan delivers.</summary>
/// <param name="Value">At the prices of the moment it was placed.</param>
public sealed record PlannedOrder(IReadOnlyList<OrderLine> Lines, Money Value, PlannedOrderState State, string? Note = null);

/// <summary>What has become of an order since it was planned.</summary>
public enum PlannedOrderState
{
    Open,
    Delivered,
    Cancelled,
}
