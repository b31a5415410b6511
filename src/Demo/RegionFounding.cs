using Territory.Contracts;
using Territory.Contracts.Distributors;
using Territory.Contracts.Reps;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Contracts.Vehicles;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Simulation.Randomness;

namespace Territory.Demo;

/// <summary>Registers a generated region's people, shops and goods with their actors.</summary>
/// <remarks>Every command's id follows from the seed and what it registers, so that a founding that was interrupted goes on where it stopped.</remarks>
public sealed class RegionFounding(IGrainFactory grains, GeneratedRegion region, UserId actor, DateTimeOffset at)
{
    private const int ConcurrentCommands = 256;
    private const int OpeningStockCases = 300;

    /// <param name="batch">The import that the outlets came with, so that they can be withdrawn together.</param>
    /// <exception cref="InvalidOperationException">An actor refused: the id is taken by something else.</exception>
    public async Task RegisterAsync(string batch, CancellationToken cancellationToken)
    {
        var id = region.Region.Id.Value;
        var territory = grains.GetGrain<ITerritoryGrain>(id);
        Check("region", id, await territory.Create(new CreateRegion(Header("region", id), region.Region), cancellationToken));
        Check("products", id, await territory.ListProducts(new ListProducts(Header("products", id), region.Products), cancellationToken));
        await ForEach("distributor", region.Distributors, file => file.Id.Value, (header, file) => grains.GetGrain<IDistributorGrain>(file.Id.Value).Register(new RegisterDistributor(header, file), cancellationToken), cancellationToken);
        await ForEach("opening stock", region.Distributors, file => file.Id.Value, (header, file) => grains.GetGrain<IDistributorGrain>(file.Id.Value).ReceiveGoods(new ReceiveGoods(header, OpeningStock(), "opening stock"), cancellationToken), cancellationToken);
        await ForEach("vehicle", region.Vehicles, file => file.Id.Value, (header, file) => grains.GetGrain<IVehicleGrain>(file.Id.Value).Register(new RegisterVehicle(header, file), cancellationToken), cancellationToken);
        await ForEach("rep", region.Reps, file => file.Id.Value, (header, file) => grains.GetGrain<IRepGrain>(file.Id.Value).Register(new RegisterRep(header, file), cancellationToken), cancellationToken);
        await ForEach("terminal", region.Terminals, file => file.Id.Value, (header, file) => grains.GetGrain<ITerminalGrain>(file.Id.Value).Register(new RegisterTerminal(header, file, batch), cancellationToken), cancellationToken);
    }

    /// <summary>The header of a founding command: the same purpose and id give the same command.</summary>
    public CommandHeader Header(string purpose, string id) => new(
        CommandIdentity.For(region.Seed, DrawPurpose.DemoCommand, EntityKey.Of(purpose).With(EntityKey.Of(id)), DateOnly.FromDateTime(at.Date)),
        actor,
        at);

    internal static void Check(string what, string id, CommandResult result)
    {
        if (!result.Accepted)
            throw new InvalidOperationException($"The {what} \"{id}\" could not be registered: {result.RefusalCode}.");
    }

    private List<OrderLine> OpeningStock() => [.. region.Products.Select(product => new OrderLine(product.Id, new Cases(OpeningStockCases)))];

    private Task ForEach<T>(string what, IReadOnlyList<T> files, Func<T, string> idOf, Func<CommandHeader, T, Task<CommandResult>> register, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = ConcurrentCommands, CancellationToken = cancellationToken },
        async (file, _) => Check(what, idOf(file), await register(Header(what, idOf(file)), file)));
}
