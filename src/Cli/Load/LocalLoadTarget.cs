using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Contracts.Territories;
using Territory.Demo;
using Territory.Journal;
using Territory.Model;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Cli.Load;

/// <summary>The territory in this process as a target: a region of its own with outlets that only sell.</summary>
internal sealed class LocalLoadTarget(OpenTerritory territory) : ILoadTarget
{
    private const int ConcurrentCommands = 256;
    private const int ListedProducts = 3;
    private static readonly UserId Actor = new("load");

    private readonly IGrainFactory grains = territory.Get<IGrainFactory>();
    private readonly DateTimeOffset opened = territory.Get<TimeProvider>().GetUtcNow();
    private readonly string prefix = $"load{territory.Get<TimeProvider>().GetUtcNow():yyyyMMddHHmmssfff}";
    private readonly long firstPosition = territory.Get<IJournal>().Position;
    private IReadOnlyList<ProductId> products = [];

    public async Task PrepareAsync(int terminals, CancellationToken cancellationToken)
    {
        var county = DemoCounty.Generate(outlets: DemoCounty.Distributors * DemoCounty.RepsPerDistributor);
        products = [.. county.Products.Take(ListedProducts).Select(product => product.Id)];
        var region = county.Region with { Id = new RegionId(prefix), Name = LocalizedText.Same(prefix) };
        var grain = grains.GetGrain<ITerritoryGrain>(prefix);
        Check(await grain.Create(new CreateRegion(Header(CommandId.New()), region), cancellationToken));
        Check(await grain.ListProducts(new ListProducts(Header(CommandId.New()), county.Products), cancellationToken));
        await Parallel.ForAsync(0, terminals, new ParallelOptions { MaxDegreeOfParallelism = ConcurrentCommands, CancellationToken = cancellationToken }, async (number, _) =>
        {
            var file = county.Terminals[number % county.Terminals.Count] with { Id = IdOf(number), Region = region.Id, Distributor = null, Rep = null, ListedProducts = products };
            Check(await grains.GetGrain<ITerminalGrain>(file.Id.Value).Register(new RegisterTerminal(Header(CommandId.New()), file, prefix), cancellationToken));
        });
    }

    public async Task SettleAsync(int terminal, int number, CommandId command, CancellationToken cancellationToken)
    {
        var from = opened.AddSeconds(number);
        var demand = products.Select((product, index) => new DemandLine(product, new Units((number + index) % 3))).ToList();
        var result = await grains.GetGrain<ITerminalGrain>(IdOf(terminal).Value)
            .SettleSales(new SettleSales(Header(command) with { At = from.AddSeconds(1) }, from, from.AddSeconds(1), number, demand), cancellationToken);
        Check(result);
    }

    public async Task<IReadOnlyDictionary<CommandId, int>> StoredAsync(CancellationToken cancellationToken)
    {
        var stored = new Dictionary<CommandId, int>();
        var journal = territory.Get<IJournal>();
        var end = journal.Position;
        await foreach (var entry in journal.ReadAsync(firstPosition, int.MaxValue, cancellationToken))
        {
            if (entry.Position > end)
                break;
            stored[entry.Command] = stored.GetValueOrDefault(entry.Command) + 1;
        }

        return stored;
    }

    private TerminalId IdOf(int number) => new($"{prefix}-{number}");

    private CommandHeader Header(CommandId command) => new(command, Actor, opened);

    private static void Check(CommandResult result)
    {
        if (!result.Accepted)
            throw new InvalidOperationException($"A load command was refused: {result.RefusalCode}.");
    }
}
