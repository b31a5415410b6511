using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Roads;
using Territory.Journal;
using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Problems;
using Territory.Optimizer.Dispatch;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Queries;

namespace Territory.Grains.Plans;

/// <summary>Reads the day that edits and runs are planned on, all from one consistent view, and reads it again only when something of it has moved.</summary>
internal sealed class DispatchDays(IJournal journal, RegionCatalogues catalogues, RegionRoads roads, ChangeBoard board)
{
    private const int SecondsAMinute = 60;

    /// <summary>The day as it is now, or why it cannot be planned.</summary>
    /// <param name="kept">The day as it was read last; null: never.</param>
    /// <param name="now">The minute that has begun counts as over, so that a day is good for a minute while nothing moves.</param>
    public async ValueTask<(KeptDay? Day, Refusal? Refusal)> FindAsync(
        KeptDay? kept, DistributorId distributor, DateOnly date, bool byTimeOfDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (kept is null)
        {
            var (found, _) = await ActorStates.FindAsync<DistributorState>(journal, distributor.Value, cancellationToken);
            if (found is null || await catalogues.FindAsync(found.File.Region, cancellationToken) is null)
                return (null, Refusal.Of("distributor.unknown", ("distributor", distributor.Value)));
            return await ReadAsync(found.File.Region, distributor, date, byTimeOfDay, now, cancellationToken);
        }

        var masterData = board.MasterData;
        var minute = MinuteOf(DispatchProgressQuery.TimeAt(kept.Request.Region, date, now));
        var isAlike = kept.ByTimeOfDay == byTimeOfDay && kept.MasterData == masterData && kept.Progress.Now == minute;
        if (isAlike && kept.Position == journal.Position)
            return (kept, null);
        if (isAlike)
        {
            using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
            var catalogue = await catalogues.FindAsync(kept.Request.Region.Id, cancellationToken);
            var orders = DeliveryRequests.OrdersOf(snapshot, catalogue!, distributor, date);
            var progress = DispatchProgressQuery.Read(snapshot, kept.Request.Region, distributor, date, now) with { Now = minute };
            if (AreAlike(orders, kept.Request.Orders) && AreAlike(progress, kept.Progress))
                return (kept with { Position = snapshot.Position }, null);
        }

        return await ReadAsync(kept.Request.Region.Id, distributor, date, byTimeOfDay, now, cancellationToken);
    }

    private async ValueTask<(KeptDay? Day, Refusal? Refusal)> ReadAsync(
        RegionId region, DistributorId distributor, DateOnly date, bool byTimeOfDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Counted before it is read: a change while reading leads to another reading, never to none.
        var masterData = board.MasterData;
        var catalogue = (await catalogues.FindAsync(region, cancellationToken))!;
        DayProgress progress;
        Optimizer.Deliveries.DeliveryPlanRequest request;
        using (var snapshot = await journal.OpenSnapshotAsync(cancellationToken))
        {
            progress = DispatchProgressQuery.Read(snapshot, catalogue.Region, distributor, date, now);
            progress = progress with { Now = MinuteOf(progress.Now) };
            request = DeliveryRequests.Read(
                snapshot, catalogue, distributor, date, version: 0, DeliveryRequests.OrdersOf(snapshot, catalogue, distributor, date),
                progress.Routes.SelectMany(route => route.Done).Select(stop => stop.Terminal));
        }

        var (points, mode) = (DeliveryRequests.PointsOf(request), DeliveryRequests.ModeOf(request));
        if (await roads.FindMatrixAsync(region, points, mode, cancellationToken) is not { } travel)
            return (null, Refusal.Of("roads.missing", ("region", region.Value)));
        request = request with { Travel = travel, TravelByTime = byTimeOfDay ? await roads.FindDayAsync(region, points, mode, cancellationToken) : null };
        try
        {
            var day = await Task.Run(() => new DispatchDay(request, progress), cancellationToken);
            return (new KeptDay(day, byTimeOfDay, request.JournalPosition, masterData), null);
        }
        catch (InvalidInputException invalid)
        {
            return (null, PlanDecisions.Invalid(invalid));
        }
    }

    private static TimeOfDay? MinuteOf(TimeOfDay? now) => now is { } time
        ? new TimeOfDay((time.Seconds + SecondsAMinute - 1) / SecondsAMinute * SecondsAMinute)
        : null;

    private static bool AreAlike(IReadOnlyList<Order> a, IReadOnlyList<Order> b) =>
        a.Count == b.Count && a.Zip(b).All(pair => pair.First.Id == pair.Second.Id && pair.First.DueOn == pair.Second.DueOn && pair.First.Lines.SequenceEqual(pair.Second.Lines));

    private static bool AreAlike(DayProgress a, DayProgress b) =>
        a.Now == b.Now && a.Routes.Count == b.Routes.Count && a.Routes.Zip(b.Routes).All(pair => AreAlike(pair.First, pair.Second));

    private static bool AreAlike(RouteProgress a, RouteProgress b) =>
        a.Vehicle == b.Vehicle && a.Departures.SequenceEqual(b.Departures) && a.Returns.SequenceEqual(b.Returns) && a.Done.Count == b.Done.Count
        && a.Done.Zip(b.Done).All(pair => pair.First.Terminal == pair.Second.Terminal && pair.First.Arrival == pair.Second.Arrival
            && pair.First.Departure == pair.Second.Departure && pair.First.Orders.SequenceEqual(pair.Second.Orders));
}
