using Territory.Contracts.Schedules;
using Territory.Journal.Sql;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Optimizer.Inventory;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Vehicles;

namespace Territory.Grains.Schedules;

/// <summary>What a region's distributors and outlets have and sell, at one journal position.</summary>
public static class ScheduleReading
{
    /// <summary>A request without its travel matrix for every distributor, by id.</summary>
    /// <param name="only">The one distributor that is asked for; null: all of the region.</param>
    public static IReadOnlyList<ScheduleRequest> Read(
        IReadSnapshot snapshot, Region region, IReadOnlyList<Product> products, ScheduleOptions options, DistributorId? only = null)
    {
        var vehicles = ActorStates.All<VehicleState>(snapshot).Select(state => state.File).Where(file => file.Region == region.Id).ToLookup(file => file.Distributor);
        var outlets = ActorStates.All<TerminalState>(snapshot)
            .Where(state => state.File.Region == region.Id && state.File is { Status: TerminalStatus.Active, Distributor: not null })
            .ToLookup(state => state.File.Distributor!.Value);
        return
        [
            .. ActorStates.All<DistributorState>(snapshot)
                .Where(state => state.File.Region == region.Id && (only is null || state.File.Id == only))
                .OrderBy(state => state.File.Id.Value, StringComparer.Ordinal)
                .Select(state => new ScheduleRequest
                {
                    Region = region,
                    Distributor = state.File,
                    From = options.From,
                    Days = options.Days,
                    Policy = options.Policy,
                    CoverDays = options.CoverDays,
                    Vehicles = [.. vehicles[state.File.Id]],
                    Outlets = [.. outlets[state.File.Id].OrderBy(outlet => outlet.File.Id.Value, StringComparer.Ordinal).Select(Outlet)],
                    Products = products,
                    Travel = new TravelMatrix(0, [], [], ""),
                    // A depot whose stock was never booked is not an empty one.
                    DepotStock = state.Stock.Count == 0 ? null : new Cases(state.Stock.Sum(line => Math.Max(0, line.Cases.Count))),
                }),
        ];
    }

    /// <summary>The places between which a request needs travel times, in its order.</summary>
    public static IReadOnlyList<GeoPoint> Points(ScheduleRequest request) => [request.Distributor.Depot, .. request.Outlets.Select(outlet => outlet.Terminal.Location)];

    public static TravelMode ModeOf(ScheduleRequest request) => request.Vehicles.Count > 0 ? request.Vehicles[0].TravelMode : TravelMode.Van;

    private static OutletStock Outlet(TerminalState state)
    {
        var (shelf, sales) = (state.Shelf, state.Shelf.MeanDailySales());
        // Book stock falls below zero where more was sold than was booked in.
        return new OutletStock
        {
            Terminal = state.File,
            Products = [.. shelf.Products.Select((product, i) => new ProductStock(product, new Units(Math.Max(0, shelf.Stock[i])), new Units(Math.Max(0, shelf.OnOrder[i])), sales[i]))],
        };
    }
}
