using System.Globalization;
using Territory.Demo;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Solving;
using Territory.Roads.Matrices;

namespace Territory.Solver.Benchmarks;

/// <summary>Delivery days of the demo county (云溪县), planned on times of the whole day and by slots of it, and both driven at the times of the slots.</summary>
internal static class SlotBenchmark
{
    private static readonly (int Stops, int Fleets)[] Sizes = [(40, 1), (80, 1), (200, 3)];

    public static int Run(BenchmarkOptions options)
    {
        var county = DemoCounty.Generate();
        var builder = new TravelMatrixBuilder(county.Roads);
        Console.WriteLine("| stops | seed | planned by | iterations | seconds | planned cost | unserved | driven cost | late stops | most late | over shift | load |\n|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (stops, fleets) in Sizes)
        {
            for (var seed = options.FirstSeed; seed < options.FirstSeed + (options.Seeds ?? 1); seed++)
            {
                var request = Day(county, (int)seed, stops, fleets);
                GeoPoint[] points = [request.Distributor.Depot, .. request.Terminals.Select(terminal => terminal.Location)];
                request = request with { Travel = builder.Compute(points, TravelMode.Van) };
                var byTime = builder.ComputeDay(points, TravelMode.Van);
                var slotted = request with { TravelByTime = byTime };
                SolveOptions few = new() { Iterations = options.Iterations ?? SolveOptions.DefaultIterations, Seed = seed };
                SolveOptions timed = new() { TimeLimit = TimeSpan.FromSeconds(options.Seconds), Seed = seed };
                foreach (var limits in new[] { few, timed })
                {
                    Print(request, byTime, "whole day", limits);
                    Print(slotted, byTime, "slots", limits);
                }
            }
        }

        return 0;
    }

    private static void Print(DeliveryPlanRequest request, DayTravel byTime, string what, SolveOptions limits)
    {
        var start = Environment.CpuUsage.TotalTime;
        var plan = new DeliveryPlanner(new TerritorySolver(new ProcessorClock())).Plan(request, limits, null, CancellationToken.None);
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        var (cost, late, mostLate, over) = Drive(plan, request, byTime);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {request.Terminals.Count} | {limits.Seed} | {what} | {plan.Provenance.Iterations} | {seconds:0.00} | {plan.Cost.MinorUnits / 100.0:0.00} | {plan.Unserved.Count} | {cost / 100.0:0.00} | {late} | {mostLate / 60} min | {over / 60} min | {Machine.Load():0.0} |"));
    }

    /// <summary>Every vehicle leaves as planned, drives at the times of the slots, and serves also who is closed by then.</summary>
    private static (long Cost, int LateStops, int MostLate, int OverShift) Drive(DeliveryPlan plan, DeliveryPlanRequest request, DayTravel byTime)
    {
        long cost = 0;
        var (lateStops, mostLate, overShift) = (0, 0, 0);
        foreach (var route in plan.Routes)
        {
            var vehicle = request.Vehicles.Single(candidate => candidate.Id == route.Vehicle);
            var now = route.Trips[0].Departure;
            foreach (var (number, trip) in route.Trips.Index())
            {
                now = number == 0 ? now : now + request.Distributor.LoadingTime;
                var at = 0;
                foreach (var stop in trip.Stops)
                {
                    var point = request.Terminals.Index().Single(pair => pair.Item.Id == stop.Terminal).Index + 1;
                    now = byTime.Arrival(at, point, now);
                    now = now > stop.Window.Start ? now : stop.Window.Start;
                    lateStops += now > stop.Window.End ? 1 : 0;
                    mostLate = Math.Max(mostLate, (now - stop.Window.End).Seconds);
                    now += stop.Departure - stop.ServiceStart;
                    at = point;
                }

                now = byTime.Arrival(at, 0, now);
            }

            overShift += Math.Max(0, (now - vehicle.Shift.End).Seconds);
            cost += vehicle.FixedCost.MinorUnits + (vehicle.CostPerKilometer.MinorUnits * route.Distance.Meters / 1_000) + (vehicle.CostPerHour.MinorUnits * (now - route.Trips[0].Departure).Seconds / 3_600);
        }

        return (cost, lateStops, mostLate, overShift);
    }

    /// <summary>A day of one distributor: stops drawn from its shops, a third with a window of two hours.</summary>
    private static DeliveryPlanRequest Day(GeneratedRegion county, int seed, int stops, int fleets)
    {
        var random = new Random(seed);
        var distributor = county.Distributors[seed % county.Distributors.Count];
        var shops = county.Terminals.Where(terminal => terminal.Distributor == distributor.Id).ToArray();
        random.Shuffle(shops);
        var terminals = shops.Take(stops).Select(shop =>
        {
            var opens = random.Next(8, 15);
            return shop with { DeliveryWindow = random.Next(3) == 0 ? new TimeWindow(TimeOfDay.At(opens), TimeOfDay.At(opens + 2)) : shop.DeliveryWindow };
        }).ToArray();
        var vehicles = county.Vehicles.Where(vehicle => vehicle.Distributor == distributor.Id).ToArray();
        return new DeliveryPlanRequest
        {
            Plan = new PlanId("bench"),
            Version = 1,
            Region = county.Region,
            Distributor = distributor,
            Date = DemoCounty.FirstDay,
            Vehicles = [.. Enumerable.Range(0, fleets).SelectMany(fleet => vehicles.Select(vehicle => vehicle with { Id = new VehicleId($"{vehicle.Id}-{fleet}") }))],
            Orders = [.. terminals.Select((terminal, i) => new Order
            {
                Id = new OrderId($"o{i:000}"),
                Terminal = terminal.Id,
                Distributor = distributor.Id,
                PlacedAt = DateTimeOffset.UnixEpoch,
                DueOn = DemoCounty.FirstDay,
                Lines = [new OrderLine(county.Products[random.Next(county.Products.Count)].Id, new Cases(random.Next(1, 11)))],
            })],
            Terminals = terminals,
            Products = county.Products,
            Travel = new TravelMatrix(0, [], [], ""),
        };
    }
}
