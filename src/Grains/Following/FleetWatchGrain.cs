using Territory.Contracts;
using Territory.Contracts.Following;
using Territory.Contracts.Territories;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Roads;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.Model.Travel;
using Territory.Optimizer.Following;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;

namespace Territory.Grains.Following;

/// <summary>Watches the vehicles of one region. All that it keeps is of one day and of this process; the record is the journal's.</summary>
[GrainType("fleet-watch")]
internal sealed class FleetWatchGrain(IJournal journal, RegionCatalogues catalogues, RegionRoads roads, SolverPool pool, ChangeBoard board, TimeProvider time)
    : Grain, IFleetWatchGrain
{
    /// <summary>The record is read again for positions this often; for an answer it always is.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private FleetDay? watched;

    /// <summary>The day before, for its tracks.</summary>
    private FleetDay? before;

    private RegionId Region => new(this.GetPrimaryKeyString());

    public async Task TakePositions(PositionReport report)
    {
        if (await catalogues.FindAsync(Region, CancellationToken.None) is not { } catalogue)
            return;
        var (date, at) = catalogue.Region.ToLocal(report.At);
        // A report from before midnight that comes late must not put the new day away.
        if (watched is null || date > watched.Date)
            Begin(new FleetDay(date, roads, Region, watched));
        if (date != watched!.Date)
            return;
        if (watched.IsStale(board.Publications, time, Freshness))
            await ReadAsync(watched, catalogue.Region, CancellationToken.None);
        foreach (var mover in report.Movers)
        {
            if (mover.Kind == MoverKind.Vehicle)
                watched.Take(new VehicleId(mover.Id), new TrackPoint(at, new GeoPoint(mover.Longitude, mover.Latitude)), FindCorridorAsync);
        }
    }

    public async Task<FleetFollowing?> GetFollowing(FollowDay question, CancellationToken cancellationToken = default)
    {
        if (await catalogues.FindAsync(Region, cancellationToken) is not { } catalogue)
            return null;
        var date = question.Date;
        var (today, at) = catalogue.Region.ToLocal(question.Now);
        // Another day than the one that is watched has no positions, and is read for this answer alone.
        var day = watched?.Date == date ? watched : new FleetDay(date, roads, Region, watched);
        if (date == today && (watched is null || watched.Date < today))
            Begin(day);
        await ReadAsync(day, catalogue.Region, cancellationToken);
        return await day.FollowAsync(date == today ? at : TimeOfDay.Midnight, cancellationToken);
    }

    public Task<CommandResult> Acknowledge(AcknowledgeNotice command, CancellationToken cancellationToken = default) => Task.FromResult(
        watched?.Notices.Acknowledge(command.Number) == true
            ? CommandResult.Done(journal.Position)
            : Refusal.Of("notice.unknown", ("notice", Figures.Text(command.Number))).ToResult());

    public Task<FleetTracks> GetTracks(AskForTracks question, CancellationToken cancellationToken = default) => Task.FromResult(
        (watched?.Date == question.Date ? watched : before?.Date == question.Date ? before : null)?.Tracks() ?? new FleetTracks(question.Date, []));

    public async Task<ServiceLessons> GetLessons(AskForLessons question, CancellationToken cancellationToken = default)
    {
        var catalogue = await catalogues.FindAsync(Region, cancellationToken);
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return catalogue is not null && ActorStates.Find<DistributorState>(snapshot, question.Distributor.Value).State is { } state && state.File.Region == Region
            ? ServiceHistory.Lessons(snapshot, catalogue.Region, state.File, question.Before, roads.HasLearnedSpeeds(Region))
            : new ServiceLessons([], 0, null, null, [], [], HasLearnedSpeeds: false, IsMarket: false);
    }

    private void Begin(FleetDay day) => (before, watched) = (watched, day);

    private async Task ReadAsync(FleetDay day, Region region, CancellationToken cancellationToken)
    {
        var publications = board.Publications;
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        day.Read(snapshot, region, publications, time);
    }

    private async Task<RouteCorridor?> FindCorridorAsync(IReadOnlyList<GeoPoint> way, TravelMode mode)
    {
        var finder = await roads.FindRoutesAsync(Region);
        var route = finder is null ? null : await pool.RunAsync(token => finder.RouteThrough(way, mode, token), CancellationToken.None);
        return route is null ? null : new RouteCorridor(route.Polyline);
    }
}
