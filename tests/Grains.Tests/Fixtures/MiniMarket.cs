using Territory.Contracts.Distributors;
using Territory.Contracts.Market;
using Territory.Contracts.Reps;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Contracts.Vehicles;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.ReadModel.Tests.Fixtures;
using Territory.Simulation.Batch;
using Territory.Simulation.Market;
using Territory.Simulation.Planning;

namespace Territory.Grains.Tests.Fixtures;

/// <summary>A small market that runs alike on live actors and in a batch world.</summary>
internal sealed class MiniMarket
{
    public const ulong Seed = 20260302;

    public static readonly DateOnly FirstDay = Samples.Monday;

    public MiniMarket(int terminals)
    {
        var random = new Random(42);
        Products = [.. Enumerable.Range(1, 6).Select(number => Samples.Product(number))];
        Reps = [Rep("S1"), Rep("S2")];
        Vehicles = [Vehicle("V1"), Vehicle("V2")];
        Terminals = [.. Enumerable.Range(1, terminals).Select(number => Terminal(number, random))];
    }

    public IReadOnlyList<Product> Products { get; }

    public IReadOnlyList<RepFile> Reps { get; }

    public IReadOnlyList<VehicleFile> Vehicles { get; }

    public IReadOnlyList<TerminalFile> Terminals { get; }

    public DistributorFile Distributor { get; } = Samples.DistributorFile;

    /// <summary>Midnight at the start of a day, counted from the first.</summary>
    public static DateTimeOffset Midnight(int day) => Samples.At(day, 0);

    public MarketSetup Setup()
    {
        List<GeoPoint> places = [Distributor.Depot, .. Reps.Select(rep => rep.Start), .. Terminals.Select(terminal => terminal.Location)];
        return new MarketSetup(
            Samples.Region, Products, Terminals, [Distributor], Reps, Vehicles, new MatrixTravel(places, AirLine.Of(places)), (long)Seed);
    }

    /// <summary>The days in memory: the oracle.</summary>
    public async Task<BatchWorld> RunBatchAsync(int days)
    {
        var setup = Setup();
        var world = new BatchWorld(setup, new OptimizerDayPlanner(), FirstDay);
        await world.PlanAsync(FirstDay, CancellationToken.None);
        for (var day = 0; day < days; day++)
            await (await MarketDay.OpenAsync(world, FirstDay.AddDays(day), CancellationToken.None)).AdvanceToAsync(TimeOfDay.EndOfDay, CancellationToken.None);
        return world;
    }

    public async Task FoundAsync(TerritoryCluster cluster)
    {
        var at = Samples.At(-3, 9);
        var territory = cluster.Grains.GetGrain<ITerritoryGrain>("r");
        (await territory.Create(new CreateRegion(TerritoryCluster.Header(at), Samples.Region))).Accepted.ShouldBeTrue();
        (await territory.ListProducts(new ListProducts(TerritoryCluster.Header(at), Products))).Accepted.ShouldBeTrue();
        (await cluster.Distributor.Register(new RegisterDistributor(TerritoryCluster.Header(at), Distributor))).Accepted.ShouldBeTrue();
        foreach (var rep in Reps)
            (await cluster.Grains.GetGrain<IRepGrain>(rep.Id.Value).Register(new RegisterRep(TerritoryCluster.Header(at), rep))).Accepted.ShouldBeTrue();
        foreach (var vehicle in Vehicles)
            (await cluster.Grains.GetGrain<IVehicleGrain>(vehicle.Id.Value).Register(new RegisterVehicle(TerritoryCluster.Header(at), vehicle))).Accepted.ShouldBeTrue();
        foreach (var terminal in Terminals)
            (await cluster.Terminal(terminal.Id.Value).Register(new RegisterTerminal(TerritoryCluster.Header(at), terminal, "mini"))).Accepted.ShouldBeTrue();
        (await MarketOf(cluster).Open(new OpenMarket(TerritoryCluster.Header(at), Seed, FirstDay))).Accepted.ShouldBeTrue();
    }

    public static IMarketGrain MarketOf(TerritoryCluster cluster) => cluster.Grains.GetGrain<IMarketGrain>("r");

    public static async Task AdvanceAsync(TerritoryCluster cluster, DateTimeOffset until) =>
        (await MarketOf(cluster).Advance(new AdvanceMarket(TerritoryCluster.Header(until), until))).Accepted.ShouldBeTrue();

    /// <summary>Stock, orders, debts and visits of every outlet, one line a figure.</summary>
    public async Task<IReadOnlyList<string>> LiveFiguresAsync(TerritoryCluster cluster)
    {
        var figures = new List<string>();
        foreach (var terminal in Terminals)
        {
            var snapshot = (await cluster.Terminal(terminal.Id.Value).GetSnapshot())!;
            figures.AddRange(snapshot.Stock.Select(line => $"{terminal.Id} {line.Product} stock {line.Stock} on order {line.OnOrder}"));
            figures.AddRange(snapshot.OpenOrders
                .OrderBy(order => order.Id.Value, StringComparer.Ordinal)
                .Select(order => $"{terminal.Id} {order.Id} due {order.DueOn:O} {string.Join(',', order.Lines.Select(line => $"{line.Product}x{line.Cases.Count}"))}"));
            figures.Add($"{terminal.Id} owes {snapshot.Balance.MinorUnits} visited {snapshot.LastVisitOn:O}");
        }

        return figures;
    }

    public IReadOnlyList<string> BatchFigures(BatchWorld world)
    {
        var ledger = world.Ledger().ToLookup(line => line.Terminal);
        var orders = world.OpenOrders.ToLookup(order => order.Terminal);
        var figures = new List<string>();
        foreach (var terminal in Terminals)
        {
            figures.AddRange(ledger[terminal.Id].Select(line => $"{terminal.Id} {line.Product} stock {new Units(line.Stock)} on order {new Units(line.OnOrder)}"));
            figures.AddRange(orders[terminal.Id]
                .OrderBy(order => order.Id.Value, StringComparer.Ordinal)
                .Select(order => $"{terminal.Id} {order.Id} due {order.DueOn:O} {string.Join(',', order.Lines.Select(line => $"{line.Product}x{line.Cases.Count}"))}"));
            figures.Add($"{terminal.Id} owes {(world.InvoicedTo(terminal.Id) - world.PaidBy(terminal.Id)).MinorUnits} visited {world.LastVisitOf(terminal.Id):O}");
        }

        return figures;
    }

    private static RepFile Rep(string id) => Samples.RepFile with { Id = new RepId(id), Name = id };

    private static VehicleFile Vehicle(string id) => Samples.VehicleFile with
    {
        Id = new VehicleId(id),
        MaxTrips = 2,
        FixedCost = Money.FromMajor(100),
        CostPerKilometer = Money.FromMajor(2),
        CostPerHour = Money.FromMajor(30),
    };

    private static TerminalFile Terminal(int number, Random random) => Samples.Terminal($"T{number:000}", products: 6) with
    {
        Location = new GeoPoint(113.4 + (random.NextDouble() * 0.05), 29.4 + (random.NextDouble() * 0.05)),
        Class = (TerminalClass)random.Next(3),
        Rep = new RepId(number % 2 == 0 ? "S1" : "S2"),
        Terms = (PaymentTerms)random.Next(3),
        CategoryVolumePerMonth = new Cases(20 + random.Next(200)),
        OpeningHours = OpeningHours.Daily(TimeOfDay.At(7 + random.Next(2)), TimeOfDay.At(20 + random.Next(3))),
    };
}
