using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Simulation.Market.Day;

namespace Territory.Simulation.Market;

/// <summary>
/// One simulated day of a market (市场日), event by event, against any <see cref="IMarketWorld"/>. It can be paced by a clock, paused between
/// steps, thrown away, and opened again from what the world has on record.
/// </summary>
/// <remarks>
/// Algorithm: discrete events in time order, ties by kind and id. Events are carried out in waves: those that no other pending event can
/// affect go out together. An outlet that two agents will still touch today, the closings, the planning and midnight are barriers, carried
/// out only when nothing earlier is pending; every other event belongs to one agent and an outlet of its own. The result therefore does not
/// depend on how events fall into waves.
/// Complexity: O(e log a) for e events of a agents, and one draw per listed product and settlement.
/// Not for use from two threads at once.
/// </remarks>
public sealed class MarketDay
{
    private readonly DayContext day;
    private readonly ITravellingActor[] agents;
    private readonly IDayActor[] actors;
    private readonly PriorityQueue<(IDayActor Actor, int Ticket), (int Seconds, ActorOrder Order, string Id)> queue = new(EventOrder.Instance);
    private readonly Dictionary<IDayActor, int> tickets = [];
    private readonly HashSet<TerminalId> shared = [];
    private TimeOfDay now;

    private MarketDay(DayContext day, ITravellingActor[] agents, IDayActor[] others)
    {
        this.day = day;
        this.agents = agents;
        actors = [.. agents, .. others];
    }

    public DateOnly Date => day.Date;

    /// <summary>The latest time that has been reached.</summary>
    public TimeOfDay Now => now;

    /// <summary>When the next event is due; null when the day is over.</summary>
    public TimeOfDay? NextEventAt
    {
        get
        {
            DropStale();
            return queue.TryPeek(out var next, out _) ? next.Actor.NextAt : null;
        }
    }

    public bool IsOver => NextEventAt is null;

    /// <summary>Where every rep and vehicle is, or is going.</summary>
    public IReadOnlyList<AgentPosition> Agents => [.. agents.Select(agent => agent.Position)];

    /// <summary>Opens a day, fresh or under way; what was cut off in the middle of an event is finished here, with the same commands.</summary>
    public static async ValueTask<MarketDay> OpenAsync(IMarketWorld world, DateOnly date, CancellationToken cancellationToken)
    {
        var progress = await world.GetProgressAsync(date, cancellationToken);
        var context = new DayContext(world, date, progress);
        context.Use(await world.GetPlansAsync(date, context.Revision, cancellationToken) ?? DayPlans.None(date));

        var repProgress = progress.Reps.ToDictionary(rep => rep.Rep);
        var vehicleProgress = progress.Vehicles.ToDictionary(vehicle => vehicle.Vehicle);
        var travellers = new List<ITravellingActor>();
        foreach (var file in world.Setup.Vehicles)
        {
            var vehicle = new VehicleActor(context, file);
            await vehicle.ResumeAsync(vehicleProgress.GetValueOrDefault(file.Id), cancellationToken);
            travellers.Add(vehicle);
        }

        foreach (var file in world.Setup.Reps)
        {
            var rep = new RepActor(context, file);
            await rep.ResumeAsync(repProgress.GetValueOrDefault(file.Id), cancellationToken);
            travellers.Add(rep);
        }

        var opened = new MarketDay(
            context,
            [.. travellers],
            [new Closings(context), new EveningPlanning(context, progress.NextDayPlanned), new Midnight(context, progress.Closed)]);
        foreach (var actor in opened.actors)
            opened.Enqueue(actor);
        opened.FindShared();
        return opened;
    }

    /// <summary>Carries out everything due up to and including a time of day; gives the number of events.</summary>
    public async ValueTask<int> AdvanceToAsync(TimeOfDay until, CancellationToken cancellationToken)
    {
        var events = 0;
        while (NextEventAt <= until)
        {
            cancellationToken.ThrowIfCancellationRequested();
            events += await StepAsync(until, cancellationToken);
        }

        now = now > until ? now : until;
        return events;
    }

    /// <summary>Carries out the next events that can go together, none after <paramref name="until"/>; gives their number, 0 when none is due.</summary>
    /// <remarks>When the world throws, the events that failed stay next, and the following step sends their commands again.</remarks>
    public async ValueTask<int> StepAsync(TimeOfDay until, CancellationToken cancellationToken)
    {
        await RefreshPlansAsync(cancellationToken);
        var wave = TakeWave(until);
        var running = new List<Task>();
        foreach (var actor in wave)
        {
            var execution = actor.ExecuteAsync(cancellationToken);
            if (!execution.IsCompletedSuccessfully)
                running.Add(execution.AsTask());
        }

        try
        {
            await Task.WhenAll(running);
        }
        finally
        {
            wave.ForEach(Enqueue);
        }

        return wave.Count;
    }

    private async ValueTask RefreshPlansAsync(CancellationToken cancellationToken)
    {
        if (await day.World.GetPlansAsync(Date, day.Revision, cancellationToken) is not { } plans)
            return;
        day.Use(plans);
        var isComplete = false;
        try
        {
            foreach (var agent in agents)
            {
                await agent.ReplanAsync(now, cancellationToken);
                Enqueue(agent);
            }

            FindShared();
            isComplete = true;
        }
        finally
        {
            // Those not yet asked are asked at the next step.
            if (!isComplete)
                day.ForgetRevision();
        }
    }

    private List<IDayActor> TakeWave(TimeOfDay until)
    {
        var wave = new List<IDayActor>();
        while (NextEventAt is { } at && at <= until)
        {
            var actor = queue.Peek().Actor;
            var isBarrier = actor.Order > ActorOrder.Rep || (actor.NextTerminal is { } terminal && shared.Contains(terminal));
            if (isBarrier && wave.Count > 0)
                break;
            queue.Dequeue();
            wave.Add(actor);
            now = now > at ? now : at;
            if (isBarrier)
                break;
        }

        return wave;
    }

    /// <summary>Outlets that more than one agent may still touch.</summary>
    private void FindShared()
    {
        shared.Clear();
        var claimed = new Dictionary<TerminalId, ITravellingActor>();
        foreach (var agent in agents)
        {
            foreach (var terminal in agent.Ahead)
            {
                if (!claimed.TryAdd(terminal, agent) && claimed[terminal] != agent)
                    shared.Add(terminal);
            }
        }
    }

    private void Enqueue(IDayActor actor)
    {
        var ticket = tickets.GetValueOrDefault(actor) + 1;
        tickets[actor] = ticket;
        if (actor.NextAt is { } at)
            queue.Enqueue((actor, ticket), (at.Seconds, actor.Order, actor.Id));
    }

    /// <summary>An actor that changed its mind leaves its earlier entry behind, with an old ticket.</summary>
    private void DropStale()
    {
        while (queue.TryPeek(out var next, out _) && tickets[next.Actor] != next.Ticket)
            queue.Dequeue();
    }

    private sealed class EventOrder : IComparer<(int Seconds, ActorOrder Order, string Id)>
    {
        public static EventOrder Instance { get; } = new();

        public int Compare((int Seconds, ActorOrder Order, string Id) a, (int Seconds, ActorOrder Order, string Id) b)
        {
            var order = a.Seconds != b.Seconds ? a.Seconds.CompareTo(b.Seconds) : a.Order.CompareTo(b.Order);
            return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
        }
    }
}
