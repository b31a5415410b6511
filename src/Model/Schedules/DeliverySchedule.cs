using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Schedules;

/// <summary>Which outlet is served on which day, with how many cases, by which vehicle and in which order, and what that does not prevent (配送排程).</summary>
/// <param name="Trips">By day, vehicle and trip.</param>
/// <param name="Outlets">Those that are scheduled, by id.</param>
/// <param name="StockOuts">By day and outlet.</param>
/// <param name="WithoutSales">Outlets that sell nothing that is known, and are therefore not scheduled.</param>
/// <param name="TravelCost">Vehicles and roads, at the fleet's mean rates of kilometres and hours.</param>
/// <param name="HoldingCost">Of what outlets hold at the end of each day.</param>
/// <param name="StockOutCost">The price of what could not be sold.</param>
/// <param name="TravelTimes">Where the travel times come from.</param>
public sealed record DeliverySchedule(
    DistributorId Distributor,
    DateOnly From,
    int Days,
    ReplenishmentPolicy Policy,
    IReadOnlyList<ScheduledTrip> Trips,
    IReadOnlyList<OutletSchedule> Outlets,
    IReadOnlyList<StockOut> StockOuts,
    IReadOnlyList<TerminalId> WithoutSales,
    Money TravelCost,
    Money HoldingCost,
    Money StockOutCost,
    string Engine,
    long Seed,
    long Iterations,
    string TravelTimes)
{
    public Distance Distance => new(Trips.Sum(trip => trip.Distance.Meters));
}
