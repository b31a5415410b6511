using Territory.Contracts;
using Territory.Contracts.Territories;
using Territory.Grains.Catalogues;
using Territory.Grains.Roads;
using Territory.Grains.Work;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.ReadModel.Market;
using Territory.Simulation.Market;

namespace Territory.Grains.Market;

/// <summary>Runs market days one after another on the live actors, up to any moment, from wherever the actors' record stands.</summary>
internal sealed class MarketRunner
{
    private readonly MarketContext context;
    private readonly RegionCatalogues catalogues;
    private readonly RegionRoads roads;
    private readonly TimeProvider time;
    private readonly RegionId regionId;
    private readonly Func<MarketState> stateOf;
    private readonly Func<CommandId, IEvent, CancellationToken, Task> record;
    private readonly RouteLegs legs;
    private MarketDay? day;
    private GrainMarketWorld world = null!;
    private MoverPositions positions = null!;
    private Region region = null!;
    private long setUpAt = -1;

    private MarketRunner(
        MarketContext context, RegionCatalogues catalogues, RegionRoads roads, SolverPool pool, TimeProvider time, RegionId regionId,
        Func<MarketState> stateOf, Func<CommandId, IEvent, CancellationToken, Task> record)
    {
        this.context = context;
        this.catalogues = catalogues;
        this.roads = roads;
        this.time = time;
        this.regionId = regionId;
        this.stateOf = stateOf;
        this.record = record;
        legs = new RouteLegs(roads, pool, regionId);
    }

    /// <summary>Everything before this moment is done.</summary>
    public DateTimeOffset Now { get; private set; }

    public static async ValueTask<MarketRunner> OpenAsync(
        MarketContext context, RegionCatalogues catalogues, RegionRoads roads, SolverPool pool, TimeProvider time, RegionId region,
        Func<MarketState> stateOf, Func<CommandId, IEvent, CancellationToken, Task> record, CancellationToken cancellationToken)
    {
        var runner = new MarketRunner(context, catalogues, roads, pool, time, region, stateOf, record);
        await runner.SetUpAsync(cancellationToken);
        await MarketOpening.PrepareAsync(context, runner.world, stateOf(), cancellationToken);
        runner.Now = await runner.LatestAsync(cancellationToken);
        await runner.OpenDayAsync(cancellationToken);
        return runner;
    }

    /// <summary>Runs to a moment as fast as it goes.</summary>
    public async Task AdvanceAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (Now < until)
        {
            await FollowMasterDataAsync(cancellationToken);
            var target = TimeOn(day!.Date, until);
            await day.AdvanceToAsync(target, cancellationToken);
            await ReachAsync(target, until, cancellationToken);
        }
    }

    /// <summary>Runs towards a moment for about as long as the budget allows.</summary>
    public async Task StepTowardsAsync(DateTimeOffset due, TimeSpan budget, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        await FollowMasterDataAsync(cancellationToken);
        while (Now < due)
        {
            var target = TimeOn(day!.Date, due);
            while (day.NextEventAt <= target)
            {
                await day.StepAsync(target, cancellationToken);
                if (time.GetElapsedTime(start) < budget)
                    continue;
                // What is still to come bounds the clock: nothing before it is left undone.
                Now = Later(Now, region.ToInstant(day.Date, Earlier(day.NextEventAt ?? target, target)));
                return;
            }

            await ReachAsync(target, due, cancellationToken);
        }
    }

    public PositionReport Positions(CancellationToken cancellationToken) =>
        new(Now, positions.At(day!.Agents, region.ToLocal(Now) is var (date, at) && date == day.Date ? at : TimeOfDay.EndOfDay, cancellationToken));

    /// <summary>The clock is at a time of the day; at its end the next day is opened.</summary>
    private async Task ReachAsync(TimeOfDay reached, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (reached < TimeOfDay.EndOfDay)
        {
            Now = Later(Now, until);
            return;
        }

        Now = region.ToInstant(day!.Date.AddDays(1), TimeOfDay.Midnight);
        await OpenDayAsync(cancellationToken);
    }

    private async Task OpenDayAsync(CancellationToken cancellationToken) =>
        day = await MarketDay.OpenAsync(world, region.ToLocal(Now).Date, cancellationToken);

    /// <summary>New or changed files change who is in the market: the day is opened again from the record.</summary>
    private async Task FollowMasterDataAsync(CancellationToken cancellationToken)
    {
        if (setUpAt == context.Board.MasterData)
            return;
        await SetUpAsync(cancellationToken);
        await OpenDayAsync(cancellationToken);
    }

    private async Task SetUpAsync(CancellationToken cancellationToken)
    {
        var changes = context.Board.MasterData;
        var catalogue = await catalogues.FindAsync(regionId, cancellationToken)
            ?? throw new InvalidOperationException($"The market's region \"{regionId}\" does not exist.");
        using var snapshot = await context.Journal.OpenSnapshotAsync(cancellationToken);
        var setup = MarketSetupReader.Read(snapshot, catalogue, roads, unchecked((long)stateOf().Seed));
        region = catalogue.Region;
        world = new GrainMarketWorld(context, setup, stateOf, record);
        positions = new MoverPositions(legs, setup);
        setUpAt = changes;
    }

    /// <summary>The recorded clock, or the latest settlement where the actors went on after the last record.</summary>
    private async Task<DateTimeOffset> LatestAsync(CancellationToken cancellationToken)
    {
        var recorded = stateOf().Now;
        using var snapshot = await context.Journal.OpenSnapshotAsync(cancellationToken);
        using var rows = snapshot.Query("SELECT max(settled_until_at) FROM terminals WHERE region = ?1", regionId.Value);
        if (!rows.Read() || rows.IsNull(0))
            return recorded;
        var settled = TimeZoneInfo.ConvertTime(
            DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0)), TimeZoneInfo.FindSystemTimeZoneById(region.TimeZone));
        return Later(recorded, settled);
    }

    private TimeOfDay TimeOn(DateOnly date, DateTimeOffset moment)
    {
        var (local, at) = region.ToLocal(moment);
        return local > date ? TimeOfDay.EndOfDay : local < date ? TimeOfDay.Midnight : at;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static TimeOfDay Earlier(TimeOfDay a, TimeOfDay b) => a < b ? a : b;
}
