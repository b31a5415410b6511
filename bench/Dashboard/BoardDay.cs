using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Demo;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.Silo;

namespace Territory.Dashboard.Benchmarks;

/// <summary>The demo county at four in the morning of its first day, with as many stops and vehicles as are wanted, all distributors together.</summary>
internal static class BoardDay
{
    private const int CasesAStop = 2;
    private const int PlanningSeconds = 5;

    /// <returns>Stops on routes, vehicles that have some, and stops in the tray.</returns>
    public static async Task<(int Stops, int Vehicles, int Unserved)> FoundAsync(string data, int stops, int vehicles)
    {
        var county = DemoCounty.Generate();
        county = county with { Vehicles = Fleet(county, stops, vehicles) };
        var roads = Path.Combine(data, "regions", county.Region.Id.Value, "region.roads");
        Directory.CreateDirectory(Path.GetDirectoryName(roads)!);
        county.Roads.Save(roads);

        var builder = Host.CreateEmptyApplicationBuilder(null);
        await builder.AddTerritorySiloAsync(new SiloSettings { DataDirectory = data });
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await new DemoHistory(grains, county).RegisterAsync(CancellationToken.None);
        var night = county.Region.ToInstant(DemoCounty.FirstDay, TimeOfDay.At(4));
        CommandHeader Header() => new(CommandId.New(), new UserId("bench"), night);
        Check(await grains.GetGrain<IMarketGrain>(county.Region.Id.Value).Advance(new AdvanceMarket(Header(), night)));

        var (placed, used, unserved) = (0, 0, 0);
        foreach (var distributor in county.Distributors)
        {
            var share = stops * county.Vehicles.Count(vehicle => vehicle.Distributor == distributor.Id) / vehicles;
            foreach (var outlet in county.Terminals.Where(terminal => terminal.Distributor == distributor.Id).Take(share))
            {
                var order = new PlaceOrder(Header(), new OrderId($"O-{outlet.Id}"), DemoCounty.FirstDay, [new OrderLine(county.Products[0].Id, new Cases(CasesAStop))], null);
                Check(await grains.GetGrain<ITerminalGrain>(outlet.Id.Value).PlaceOrder(order));
            }

            var grain = grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(distributor.Id, DemoCounty.FirstDay));
            var answer = await grain.Propose(new ProposeDeliveryPlan(Header(), new PlanOptions(1, null, new Duration(PlanningSeconds))));
            Check(answer.Outcome);
            placed += answer.Plan!.Routes.Sum(route => route.Trips.Sum(trip => trip.Stops.Count));
            used += answer.Plan.Routes.Count;
            unserved += answer.Plan.Unserved.Count;
        }

        await host.StopAsync();
        return (placed, used, unserved);
    }

    /// <summary>Small vehicles, one trip each, so that the stops need all of them.</summary>
    private static List<VehicleFile> Fleet(GeneratedRegion county, int stops, int vehicles)
    {
        var model = county.Vehicles[0];
        var capacity = model.Capacity with { Cases = new Cases(CasesAStop * ((stops / vehicles) + 1)) };
        return
        [
            .. Enumerable.Range(0, vehicles).Select(number => model with
            {
                Id = new VehicleId($"bench-{number:00}"),
                Plate = $"湘F{number:00000}",
                Distributor = county.Distributors[number % county.Distributors.Count].Id,
                Capacity = capacity,
                MaxTrips = 1,
            }),
        ];
    }

    private static void Check(CommandResult outcome)
    {
        if (!outcome.Accepted)
            throw new InvalidOperationException($"The day was not made: {outcome.RefusalCode}.");
    }
}
