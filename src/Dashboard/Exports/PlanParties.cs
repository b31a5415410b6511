using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Products;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;

namespace Territory.Dashboard.Exports;

/// <summary>Everyone and everything a plan names, so that it can be written out with names instead of ids.</summary>
/// <param name="Geometry">The road line of a trip, by vehicle and trip number from 0; empty where roads are unknown.</param>
public sealed record PlanParties(
    Region Region,
    DistributorFile Distributor,
    IReadOnlyDictionary<VehicleId, VehicleFile> Vehicles,
    IReadOnlyDictionary<TerminalId, TerminalFile> Terminals,
    IReadOnlyDictionary<ProductId, Product> Products,
    IReadOnlyDictionary<OrderId, Order> Orders,
    Func<VehicleId, int, IReadOnlyList<GeoPoint>> Geometry);
