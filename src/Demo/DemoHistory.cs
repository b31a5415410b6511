using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Contracts.Market;
using Territory.Contracts.Reps;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Contracts.Vehicles;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Simulation.Randomness;

namespace Territory.Demo;

/// <summary>Brings a demo region to life through its actors: registers everyone, then lets the simulated market run through the past weeks.</summary>
/// <remarks>Every command's id follows from the seed, so that a creation that was interrupted goes on where it stopped when it is started again.</remarks>
public sealed class DemoHistory(IGrainFactory grains, DemoRegion demo)
{
    public const int Weeks = 8;

    private const int ConcurrentCommands = 256;
    private static readonly UserId Actor = new("demo");

    /// <summary>The moment at which the dispatcher opens the board: the Monday morning after the history.</summary>
    public static DateTimeOffset OpeningMoment(DemoRegion demo) => demo.Region.ToInstant(DemoRegion.FirstDay.AddDays(Weeks * 7), TimeOfDay.At(7, 30));

    /// <summary>Registers the region's people, shops and goods.</summary>
    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        var territory = grains.GetGrain<ITerritoryGrain>(demo.Region.Id.Value);
        Check(await territory.Create(new CreateRegion(Header("region", demo.Region.Id.Value), demo.Region), cancellationToken));
        Check(await territory.ListProducts(new ListProducts(Header("products", demo.Region.Id.Value), demo.Products), cancellationToken));
        foreach (var file in demo.DistributorFiles)
        {
            var grain = grains.GetGrain<IDistributorGrain>(file.Id.Value);
            Check(await grain.Register(new RegisterDistributor(Header("distributor", file.Id.Value), file), cancellationToken));
            Check(await grain.ReceiveGoods(new ReceiveGoods(Header("opening-stock", file.Id.Value), OpeningStock(), "opening stock"), cancellationToken));
        }

        await ForEach(demo.Vehicles, file => grains.GetGrain<IVehicleGrain>(file.Id.Value).Register(new RegisterVehicle(Header("vehicle", file.Id.Value), file), cancellationToken), cancellationToken);
        await ForEach(demo.Reps, file => grains.GetGrain<IRepGrain>(file.Id.Value).Register(new RegisterRep(Header("rep", file.Id.Value), file), cancellationToken), cancellationToken);
        await ForEach(demo.Terminals, file => grains.GetGrain<ITerminalGrain>(file.Id.Value).Register(new RegisterTerminal(Header("terminal", file.Id.Value), file, "demo"), cancellationToken), cancellationToken);
        Check(await grains.GetGrain<IMarketGrain>(demo.Region.Id.Value)
            .Open(new OpenMarket(Header("market", demo.Region.Id.Value), (ulong)demo.Seed, DemoRegion.FirstDay), cancellationToken));
    }

    /// <summary>Runs the market up to the opening moment, a day at a time, reporting each finished day.</summary>
    public async Task RunAsync(IProgress<DateOnly>? progress, CancellationToken cancellationToken)
    {
        var market = grains.GetGrain<IMarketGrain>(demo.Region.Id.Value);
        for (var day = DemoRegion.FirstDay; day < DemoRegion.FirstDay.AddDays(Weeks * 7); day = day.AddDays(1))
        {
            await Advance(market, demo.Region.ToInstant(day.AddDays(1), TimeOfDay.Midnight), cancellationToken);
            progress?.Report(day);
        }

        await Advance(market, OpeningMoment(demo), cancellationToken);
    }

    private async Task Advance(IMarketGrain market, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var clock = await market.GetClock(cancellationToken);
        if (clock is null || clock.Now >= until)
            return;
        Check(await market.Advance(new AdvanceMarket(Header("advance", until.UtcDateTime.ToString("O")), until), cancellationToken));
    }

    private List<OrderLine> OpeningStock() => [.. demo.Products.Select(product => new OrderLine(product.Id, new Cases(300)))];

    private CommandHeader Header(string purpose, string id) => new(
        CommandIdentity.For(demo.Seed, DrawPurpose.DemoCommand, EntityKey.Of(purpose).With(EntityKey.Of(id)), DemoRegion.FirstDay),
        Actor,
        demo.Region.ToInstant(DemoRegion.FirstDay, TimeOfDay.Midnight));

    private static Task ForEach<T>(IReadOnlyList<T> files, Func<T, Task<CommandResult>> register, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = ConcurrentCommands, CancellationToken = cancellationToken },
        async (file, _) => Check(await register(file)));

    private static void Check(CommandResult result)
    {
        if (!result.Accepted)
            throw new InvalidOperationException($"The demo region could not be created: a command was refused with {result.RefusalCode}.");
    }
}
