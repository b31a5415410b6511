using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Reps;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Day;

/// <summary>A rep works through the published visit list: travels, calls, travels on, and goes home at the end of the list or the shift.</summary>
internal sealed class RepActor : ITravellingActor
{
    /// <summary>Looking at a closed door.</summary>
    private static readonly Duration ClosedVisit = Duration.FromMinutes(2);

    private readonly DayContext day;
    private readonly RepFile rep;
    private readonly EntityKey key;
    private readonly Waypoint home;
    private readonly HashSet<TerminalId> handled = [];
    private int visits;
    private Waypoint place;
    private TimeOfDay freeAt;
    private PlannedVisit? heading;
    private OpenVisit? open;

    /// <summary>The last event is done but not yet what follows from it; set while the travel time is being asked for.</summary>
    private bool isDeciding;

    public RepActor(DayContext day, RepFile rep)
    {
        this.day = day;
        this.rep = rep;
        key = EntityKey.Of(rep.Id);
        home = new Waypoint(rep.Start);
        place = home;
        Position = At(home, TimeOfDay.Midnight);
    }

    public ActorOrder Order => ActorOrder.Rep;

    public string Id => rep.Id.Value;

    public TimeOfDay? NextAt { get; private set; }

    public TerminalId? NextTerminal => open?.Terminal ?? heading?.Terminal;

    public AgentPosition Position { get; private set; }

    public IEnumerable<TerminalId> Ahead =>
        (day.VisitPlanOf(rep.Id)?.Visits.Select(visit => visit.Terminal).Where(terminal => !handled.Contains(terminal)) ?? [])
        .Concat(NextTerminal is { } next ? [next] : []);

    /// <summary>Takes up the day where the rep's own record says it stands.</summary>
    public async ValueTask ResumeAsync(RepProgress? progress, CancellationToken cancellationToken)
    {
        foreach (var visit in progress?.Visits ?? [])
        {
            place = WaypointOf(visit.Terminal);
            if (visit.Departure is not { } departure)
            {
                // The check-in is on record, but perhaps not all that followed: the arrival is carried out again with the same commands.
                await ArriveAsync(PlannedVisitTo(visit.Terminal), visit.Arrival, cancellationToken);
                return;
            }

            handled.Add(visit.Terminal);
            visits++;
            freeAt = departure;
        }

        await HeadOnAsync(cancellationToken);
    }

    public async ValueTask ReplanAsync(TimeOfDay now, CancellationToken cancellationToken)
    {
        var underWay = open is not null || (heading is not null && Position.Departure <= now);
        if (underWay)
            return;
        if (Position.To == home && now >= Position.Arrival)
            place = home;
        freeAt = freeAt > now ? freeAt : now;
        await HeadOnAsync(cancellationToken);
    }

    public ValueTask ExecuteAsync(CancellationToken cancellationToken)
    {
        if (isDeciding)
            return HeadOnAsync(cancellationToken);
        return open is { } visit ? LeaveAsync(visit, cancellationToken) : ArriveAsync(heading!, NextAt!.Value, cancellationToken);
    }

    private async ValueTask ArriveAsync(PlannedVisit planned, TimeOfDay at, CancellationToken cancellationToken)
    {
        if (day.VisitPlanOf(rep.Id)?.Visits.Any(visit => visit.Terminal == planned.Terminal) != true)
        {
            (place, freeAt) = (WaypointOf(planned.Terminal), at);
            await HeadOnAsync(cancellationToken);
            return;
        }

        var call = new RepCall(day, rep, planned.Terminal, at, visits);
        var outcome = await call.MakeAsync(cancellationToken);
        var service = outcome == VisitOutcome.FoundClosed
            ? ClosedVisit
            : day.Noisy(TimeInStore(planned.Terminal), day.Setup.Rates.Service, DrawPurpose.RepService, call.Key);
        open = new OpenVisit(planned.Terminal, at, DayContext.WithinDay(at + service), outcome);
        place = WaypointOf(planned.Terminal);
        Position = At(place, at);
        NextAt = open.Departure;
    }

    private async ValueTask LeaveAsync(OpenVisit visit, CancellationToken cancellationToken)
    {
        await new RepCall(day, rep, visit.Terminal, visit.Arrival, visits).EndAsync(visit.Departure, visit.Outcome, cancellationToken);
        handled.Add(visit.Terminal);
        visits++;
        freeAt = visit.Departure;
        open = null;
        await HeadOnAsync(cancellationToken);
    }

    /// <summary>Sets out for the next outlet of the list that can be reached before the shift ends, or goes home.</summary>
    private async ValueTask HeadOnAsync(CancellationToken cancellationToken)
    {
        isDeciding = true;
        heading = null;
        if (day.VisitPlanOf(rep.Id) is not { } plan)
        {
            Settle(Position, null);
            return;
        }

        var departs = freeAt > plan.Start ? freeAt : plan.Start;
        for (var index = 0; index < plan.Visits.Count; index++)
        {
            var visit = plan.Visits[index];
            if (handled.Contains(visit.Terminal) || day.Setup.IndexOf(visit.Terminal) < 0)
                continue;
            var to = WaypointOf(visit.Terminal);
            var isPlannedLeg = index == 0 ? place == home : place.Terminal == plan.Visits[index - 1].Terminal;
            var planned = isPlannedLeg ? visit.Travel : await day.TravelAsync(place, to, rep.TravelMode, cancellationToken);
            if (planned is not { } travel)
                continue;
            var arrives = departs + day.Noisy(travel, day.Setup.Rates.Travel, DrawPurpose.RepTravel, key.With(EntityKey.Of(visit.Terminal)));
            if (arrives > rep.Shift.End)
                break;
            heading = visit;
            Settle(new AgentPosition(AgentKind.Rep, Id, place, to, departs, arrives), DayContext.WithinDay(WaitAtDoor(visit, arrives)));
            return;
        }

        await GoHomeAsync(plan, departs, cancellationToken);
    }

    private async ValueTask GoHomeAsync(VisitPlan plan, TimeOfDay departs, CancellationToken cancellationToken)
    {
        if (place == home)
        {
            Settle(At(home, departs), null);
            return;
        }

        var isPlannedLeg = plan.Visits.Count > 0 && place.Terminal == plan.Visits[^1].Terminal && plan.End >= plan.Visits[^1].Departure;
        var planned = isPlannedLeg
            ? plan.End - plan.Visits[^1].Departure
            : await day.TravelAsync(place, home, rep.TravelMode, cancellationToken) ?? Duration.Zero;
        var travel = day.Noisy(planned, day.Setup.Rates.Travel, DrawPurpose.RepTravel, key);
        Settle(new AgentPosition(AgentKind.Rep, Id, place, home, departs, departs + travel), null);
    }

    private void Settle(AgentPosition position, TimeOfDay? nextAt) => (Position, NextAt, isDeciding) = (position, nextAt, false);

    /// <summary>Waits for a shop that opens soon, or as long as the plan itself waits.</summary>
    private TimeOfDay WaitAtDoor(PlannedVisit visit, TimeOfDay arrives)
    {
        var plannedWait = visit.Departure - visit.Arrival - TimeInStore(visit.Terminal);
        var longest = day.Setup.Rates.LongestWait + (plannedWait > Duration.Zero ? plannedWait : Duration.Zero);
        return day.Sales.ProfileOf(visit.Terminal)?.OpenFrom(arrives) is { } opens && opens - arrives <= longest ? opens : arrives;
    }

    private Duration TimeInStore(TerminalId terminal) => VisitCadence.TimeInStore(day.Setup.Region, day.Setup[terminal]);

    private PlannedVisit PlannedVisitTo(TerminalId terminal) =>
        day.VisitPlanOf(rep.Id)?.Visits.FirstOrDefault(visit => visit.Terminal == terminal)
        ?? new PlannedVisit(terminal, VisitPurpose.Cadence, day.Date, default, default, Duration.Zero, Distance.Zero);

    private Waypoint WaypointOf(TerminalId terminal) => new(day.Setup[terminal].Location, terminal);

    private AgentPosition At(Waypoint point, TimeOfDay time) => new(AgentKind.Rep, Id, point, point, time, time);

    private sealed record OpenVisit(TerminalId Terminal, TimeOfDay Arrival, TimeOfDay Departure, VisitOutcome Outcome);
}
