using Territory.Contracts.Market;
using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Demo;

/// <summary>Brings the demo county to life through its actors: registers everyone, then lets the simulated market run through the past weeks.</summary>
public sealed class DemoHistory(IGrainFactory grains, GeneratedRegion demo)
{
    public const int Weeks = 8;

    private static readonly UserId Actor = new("demo");

    private readonly RegionFounding founding = new(grains, demo, Actor, demo.Region.ToInstant(DemoCounty.FirstDay, TimeOfDay.Midnight));

    /// <summary>The moment at which the dispatcher opens the board: the Monday morning after the history.</summary>
    public DateTimeOffset OpeningMoment { get; } = demo.Region.ToInstant(DemoCounty.FirstDay.AddDays(Weeks * 7), TimeOfDay.At(7, 30));

    public async Task RegisterAsync(CancellationToken cancellationToken)
    {
        await founding.RegisterAsync("demo", cancellationToken);
        var id = demo.Region.Id.Value;
        RegionFounding.Check("market", id, await grains.GetGrain<IMarketGrain>(id)
            .Open(new OpenMarket(founding.Header("market", id), (ulong)demo.Seed, DemoCounty.FirstDay), cancellationToken));
    }

    /// <summary>Runs the market up to the opening moment, a day at a time, reporting each finished day. Goes on where it stopped.</summary>
    public async Task RunAsync(IProgress<DateOnly>? progress, CancellationToken cancellationToken)
    {
        for (var day = DemoCounty.FirstDay; day < DemoCounty.FirstDay.AddDays(Weeks * 7); day = day.AddDays(1))
        {
            await AdvanceAsync(demo.Region.ToInstant(day.AddDays(1), TimeOfDay.Midnight), cancellationToken);
            progress?.Report(day);
        }

        await AdvanceAsync(OpeningMoment, cancellationToken);
    }

    private async Task AdvanceAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        var market = grains.GetGrain<IMarketGrain>(demo.Region.Id.Value);
        var clock = await market.GetClock(cancellationToken);
        if (clock is null || clock.Now >= until)
            return;
        var moment = until.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        RegionFounding.Check("market", moment, await market.Advance(new AdvanceMarket(founding.Header("advance", moment), until), cancellationToken));
    }
}
