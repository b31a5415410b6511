using System.Globalization;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Contracts.Vehicles;
using Territory.Demo;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Cli.Tests.Commands;

/// <summary>Plans of a small region of the tests' own founding, without a road network, on a day that is to come by any clock.</summary>
public sealed class PlanCommandTests
{
    private static readonly DateOnly Day = new(2090, 9, 13);
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly OrderId Late = new("late");

    // Expected values: what the vehicle left with, and the orders that were placed.
    [Fact]
    public async Task Deliveries_OfADayOnWhichATripHasLeft_KeepItAndTakeInOrdersOfSince()
    {
        using var scratch = new Scratch();
        var county = DemoCounty.Generate(outlets: 24);
        await InTerritoryAsync(scratch.Path, grains => FoundAsync(grains, county));
        var first = await PlanAsync(scratch.Path);
        first.Exit.ShouldBe(0, string.Join('\n', first.Errors));
        var (distributor, left) = (default(DistributorId), default(DeliveryRoute));
        await InTerritoryAsync(scratch.Path, async grains =>
        {
            (distributor, left) = await DepartAsync(grains, county);
            await PlaceAsync(grains, county.Terminals.First(file => file.Distributor == distributor), Late);
        });

        var again = await PlanAsync(scratch.Path);

        again.Exit.ShouldBe(0, string.Join('\n', again.Errors));
        again.Of("plans").AsArray().Select(plan => (int)plan!["version"]!).ShouldAllBe(version => version == 2);
        DeliveryPlan? working = null;
        await InTerritoryAsync(scratch.Path, async grains => working = (await PlanOf(grains, distributor).GetSnapshot(TestContext.Current.CancellationToken)).Working);
        var kept = working!.Routes.Single(route => route.Vehicle == left!.Vehicle).Trips[0];
        kept.Departure.ShouldBe(TimeOfDay.At(7));
        OrdersOf([kept]).ShouldBe(OrdersOf(left!.Trips.Take(1)));
        OrdersOf(working.Routes.SelectMany(route => route.Trips)).Concat(working.Unserved.SelectMany(unserved => unserved.Orders))
            .ShouldBe(county.Terminals.Where(file => file.Distributor == distributor).Select(OrderOf).Append(Late), ignoreOrder: true);
    }

    private static Task<CommandRun> PlanAsync(string directory) => CommandRun.OfAsync(
        directory, "plan", "deliveries", "--region", "yunxi", "--date", Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--iterations", "50", "--whole-day", "--quiet");

    private static async Task FoundAsync(IGrainFactory grains, GeneratedRegion county)
    {
        await new RegionFounding(grains, county, new UserId("test"), Evening).RegisterAsync("test", TestContext.Current.CancellationToken);
        foreach (var file in county.Terminals)
            await PlaceAsync(grains, file, OrderOf(file));
    }

    private static async Task PlaceAsync(IGrainFactory grains, TerminalFile file, OrderId order)
    {
        OrderLine[] lines = [new(file.ListedProducts[0], new Cases(2))];
        var placed = await grains.GetGrain<ITerminalGrain>(file.Id.Value).PlaceOrder(
            new PlaceOrder(Header(Evening), order, Day, lines, null), TestContext.Current.CancellationToken);
        placed.Accepted.ShouldBeTrue(placed.RefusalCode);
    }

    /// <summary>Publishes the plan of the first distributor that sends a vehicle, whose first trip then leaves at seven.</summary>
    private static async Task<(DistributorId Distributor, DeliveryRoute Route)> DepartAsync(IGrainFactory grains, GeneratedRegion county)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        foreach (var distributor in county.Distributors.Select(file => file.Id))
        {
            if ((await PlanOf(grains, distributor).GetSnapshot(cancellationToken)).Working is not { Routes: [var route, ..] } plan)
                continue;
            var published = await PlanOf(grains, distributor).Publish(new PublishPlan(Header(Evening), plan.Version, AcceptBreaches: true), cancellationToken);
            published.Accepted.ShouldBeTrue(published.RefusalCode);
            var departed = await grains.GetGrain<IVehicleGrain>(route.Vehicle.Value).DepartTrip(
                new DepartTrip(Header(Evening.AddHours(13)), plan.Id, 0, Day, [.. OrdersOf(route.Trips.Take(1))]), cancellationToken);
            departed.Accepted.ShouldBeTrue(departed.RefusalCode);
            return (distributor, route);
        }

        throw new InvalidOperationException("No distributor sends a vehicle.");
    }

    private static IDeliveryPlanGrain PlanOf(IGrainFactory grains, DistributorId distributor) => grains.GetGrain<IDeliveryPlanGrain>(PlanKey.Of(distributor, Day));

    private static OrderId OrderOf(TerminalFile file) => new($"order-{file.Id.Value}");

    private static IEnumerable<OrderId> OrdersOf(IEnumerable<DeliveryTrip> trips) => trips.SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders);

    /// <summary>Six in the evening before the day.</summary>
    private static DateTimeOffset Evening => new(Day.AddDays(-1).ToDateTime(new TimeOnly(18, 0)), China);

    private static CommandHeader Header(DateTimeOffset at) => new(CommandId.New(), new UserId("test"), at);

    private static Task InTerritoryAsync(string directory, Func<IGrainFactory, Task> work) => TerritoryAccess.OfThisProcess.RunAsync(
        Path.Combine(directory, "data"), [], new SilentConsole(directory), creates: true,
        async territory =>
        {
            await work(territory.Get<IGrainFactory>());
            return ExitStatus.Done;
        },
        TestContext.Current.CancellationToken);
}
