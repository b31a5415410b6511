using System.Globalization;
using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Model.Calendar;
using Territory.ReadModel.Market;

namespace Territory.Grains.Market;

/// <summary>Decisions on the simulated market's clock.</summary>
internal static class MarketDecisions
{
    public const double SlowestSpeed = 1;
    public const double FastestSpeed = 1000;

    private static readonly Refusal NotOpen = Refusal.Of("market.not-open");

    public static Decision<MarketState, CommandResult> Open(MarketState? state, OpenMarket command, RegionCatalogue? catalogue)
    {
        if (state is not null)
            return Decide.Refuse<MarketState>(Refusal.Of("market.already-open"));
        return catalogue is null
            ? Decide.Refuse<MarketState>(Refusal.Of("region.unknown"))
            : Decide.Accept<MarketState>(
                new MarketOpened(command.Seed, command.StartsOn, catalogue.Region.ToInstant(command.StartsOn, TimeOfDay.Midnight)));
    }

    public static Decision<MarketState, CommandResult> SetSpeed(MarketState? state, SetMarketSpeed command, DateTimeOffset now)
    {
        if (state is null)
            return Decide.Refuse<MarketState>(NotOpen);
        return command.Speed is >= SlowestSpeed and <= FastestSpeed
            ? Decide.Accept<MarketState>(new MarketSpeedSet(command.Speed, now))
            : Decide.Refuse<MarketState>(Refusal.Of(
                "market.speed", ("speed", Text(command.Speed)), ("slowest", Text(SlowestSpeed)), ("fastest", Text(FastestSpeed))));
    }

    public static Decision<MarketState, CommandResult> Pause(MarketState? state, DateTimeOffset now)
    {
        if (state is null)
            return Decide.Refuse<MarketState>(NotOpen);
        return state.Running ? Decide.Accept<MarketState>(new MarketPaused(now)) : Decide.Accept<MarketState>();
    }

    public static Decision<MarketState, CommandResult> Resume(MarketState? state, DateTimeOffset now)
    {
        if (state is null)
            return Decide.Refuse<MarketState>(NotOpen);
        return state.Running ? Decide.Accept<MarketState>() : Decide.Accept<MarketState>(new MarketResumed(now));
    }

    public static Decision<MarketState, CommandResult> Record(MarketState? state, IEvent happened) =>
        state is null ? Decide.Refuse<MarketState>(NotOpen) : Decide.Accept<MarketState>(happened);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
