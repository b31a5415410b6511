using Territory.Contracts.Terminals;
using Territory.Model.Calendar;
using Territory.Model.Terminals;
using Territory.Model.Visits;
using Territory.ReadModel.Market;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Grains.Market;

/// <summary>Before the first day: every outlet gets its opening stock, and the first working day its plans.</summary>
internal static class MarketOpening
{
    public static async Task PrepareAsync(MarketContext context, GrainMarketWorld world, MarketState state, CancellationToken cancellationToken)
    {
        if (state.PlannedFor is not null)
            return;
        var setup = world.Setup;
        var at = setup.Region.ToInstant(state.StartsOn, TimeOfDay.Midnight);
        using var places = new SemaphoreSlim(GrainMarketWorld.MostUnderWay);
        var underWay = new List<Task>();
        for (var row = 0; row < setup.Terminals.Count; row++)
        {
            if (setup.Terminals[row] is not { ListedProducts.Count: > 0 } file)
                continue;
            await places.WaitAsync(cancellationToken);
            underWay.Add(StockAsync(row, file));
        }

        await Task.WhenAll(underWay);

        var calendar = setup.Region.Calendar;
        var first = calendar.IsWorkingDay(state.StartsOn) ? state.StartsOn : calendar.NextWorkingDay(state.StartsOn);
        var command = CommandIdentity.For(setup.Seed, DrawPurpose.PlanCommand, EntityKey.Market, first.AddDays(-1), number: 9);
        await world.PlanNextDayAsync(new PlanningCall(command, state.StartsOn, first, TimeOfDay.Midnight), cancellationToken);

        async Task StockAsync(int row, TerminalFile file)
        {
            try
            {
                StockCountLine[] lines =
                    [.. file.ListedProducts.Select((product, column) => new StockCountLine(product, OpeningStock.Of(setup, row, column)))];
                var id = CommandIdentity.For(setup.Seed, DrawPurpose.OpeningStock, EntityKey.Of(file.Id), state.StartsOn);
                var result = await context.Grains.GetGrain<ITerminalGrain>(file.Id.Value)
                    .SetOpeningStock(new SetOpeningStock(MarketContext.Header(id, at), lines), cancellationToken);
                context.Note(result, nameof(SetOpeningStock), file.Id.Value);
            }
            finally
            {
                places.Release();
            }
        }
    }
}
