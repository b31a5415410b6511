using Territory.Model.Distributors;
using Territory.Model.Products;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Vehicles;

namespace Territory.ReadModel.Queries;

/// <summary>A region's master data as far as the reader may see it, at one journal position.</summary>
public sealed record RegionDetail(
    Region Region,
    IReadOnlyList<Product> Products,
    IReadOnlyList<DistributorFile> Distributors,
    IReadOnlyList<RepFile> Reps,
    IReadOnlyList<VehicleFile> Vehicles,
    long Position);
