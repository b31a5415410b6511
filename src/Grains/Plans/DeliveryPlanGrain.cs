using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Grains.DispatchOrders;
using Territory.Journal;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Dispatch;
using Territory.ReadModel.Plans;

namespace Territory.Grains.Plans;

/// <summary>The deliveries of one distributor on one day: every change is a version, made on the working plan that its sender saw.</summary>
/// <remarks>What is computed runs on threads of its own while the actor awaits it; only runs of the optimiser go on beside the actor.</remarks>
[GrainType("delivery-plan")]
internal sealed class DeliveryPlanGrain(
    IJournal journal, DeliveryPlanning planning, BegunDayPlanning begun, DispatchDays days, DispatchRuns runs, DispatchOrderIssuing orders, ChangeBoard board)
    : PlanGrain<DeliveryPlanState, DeliveryPlan, DeliveryPlanResult>(journal, board, PlanKinds.Deliveries), IDeliveryPlanGrain, IDeliveryRunGrain
{
    private static readonly StopOptions NoOptions = new(CommandResult.Done(0), []);

    /// <summary>The day as it was read last; edits and queries share it, and what is timed on it.</summary>
    private KeptDay? keptDay;

    public Task<DeliveryPlanResult> Propose(ProposeDeliveryPlan command, CancellationToken cancellationToken = default) => ProposeAsync(
        command,
        async (party, date, version) =>
        {
            var distributor = new DistributorId(party);
            if (!await begun.HasBegunAsync(distributor, date, cancellationToken))
            {
                var (plan, refusal) = await planning.PlanAsync(distributor, date, version, command.Options, cancellationToken);
                // What left while it was planned is in none of its routes.
                if (plan is null || !await begun.HasBegunAsync(distributor, date, cancellationToken))
                    return (plan is null ? null : plan with { Origin = new PlanOrigin(PlanOriginKind.Planned, null, command.Header.Actor, command.Header.At) }, refusal);
            }

            return await begun.PlanAsync(State, distributor, date, version, command, cancellationToken);
        },
        cancellationToken);

    public Task<DeliveryPlanResult> Edit(EditPlan command, CancellationToken cancellationToken = default) => ChangeAsync(
        command, command.BaseVersion,
        async (working, day) => Made(await EditAsync(day, working, command.Edits, cancellationToken), day, Origin(command, working, PlanOriginKind.Edited) with { Edits = command.Edits }),
        cancellationToken);

    public Task<DeliveryPlanResult> Undo(UndoEdit command, CancellationToken cancellationToken = default) =>
        ReturnAsync(command, command.BaseVersion, PlanOriginKind.Undone, PlanLine.FindUndo, cancellationToken);

    public Task<DeliveryPlanResult> Redo(RedoEdit command, CancellationToken cancellationToken = default) =>
        ReturnAsync(command, command.BaseVersion, PlanOriginKind.Redone, PlanLine.FindRedo, cancellationToken);

    public Task<DeliveryPlanResult> Adopt(AdoptRoutes command, CancellationToken cancellationToken = default) => ChangeAsync(
        command, command.BaseVersion,
        async (working, day) =>
        {
            var versions = new Dictionary<int, DeliveryPlan>();
            foreach (var version in command.Routes.Select(route => route.Version).Append(command.Overrides).Distinct())
            {
                if (await FindAsync(version, cancellationToken) is not { } plan)
                    return (null, VersionUnknown(version));
                versions[version] = plan;
            }

            var mixed = await Task.Run(() => PlanAdoption.Mix(day.Day, working, command.Routes, versions, versions[command.Overrides].Overrides), cancellationToken);
            return Made(mixed, day, Origin(command, working, PlanOriginKind.Adopted) with { Adopted = command.Routes });
        },
        cancellationToken);

    public Task<DeliveryPlanResult> SplitOrder(SplitPlannedOrder command, CancellationToken cancellationToken = default) => ChangeAsync(
        command, command.BaseVersion,
        async (working, day) =>
        {
            if (await SplitAtOutletAsync(command, working, day, cancellationToken) is { } refusal)
                return (null, refusal);
            var (moved, missing) = await DayAsync(working, command.Header.At, cancellationToken);
            if (moved is null)
                return (null, missing);
            var edits = OrderSplitting.EditsOf(command.NewOrder);
            return Made(await EditAsync(moved, working, edits, cancellationToken), moved, Origin(command, working, PlanOriginKind.Edited) with { Edits = edits });
        },
        cancellationToken);

    public Task<CommandResult> NameVersion(NamePlanVersion command, CancellationToken cancellationToken = default)
    {
        var (distributor, date) = Key;
        return ExecuteAsync(command, state => VersionNames.Name(state, command, DeliveryRequests.IdOf(distributor, date, command.PlanVersion)), cancellationToken);
    }

    public async Task<RunResult> StartRun(StartRun command, CancellationToken cancellationToken = default)
    {
        var id = DispatchRun.IdOf(command.Header.Id);
        if (runs.Find(Id, id) is { } known)
            return new RunResult(CommandResult.Done(0), known);
        // The process that it ran in may have ended since.
        if (await FirstAnswerAsync(DispatchRun.ResultOf(command.Header.Id), AnswerForms.DeliveryPlan, cancellationToken) is { Plan: { } recorded })
            return new RunResult(CommandResult.Done(0), DispatchRun.EndedWith(command, recorded));
        if ((DispatchDecisions.CheckBase(State, command.BaseVersion) ?? DispatchDecisions.Check(command.Options) ?? runs.CheckRoom(Id)) is { } refusal)
            return new RunResult(refusal.ToResult(), null);
        if (State!.Working is not { } working)
            return new RunResult(NotMade.ToResult(), null);
        var (day, missing) = await DayAsync(command.Options.ByTimeOfDay, command.Header.At, cancellationToken);
        if (day is null)
            return new RunResult(missing!.ToResult(), null);
        // On record before it goes on, so that a restart does not take it away without a word.
        var started = await ExecuteAsync(
            command, state => DispatchDecisions.Start(state, command, id, [.. Interrupted.Select(run => run.Run).Where(run => run != id)]), cancellationToken);
        return started.Accepted
            ? new RunResult(started, runs.Start(command.Header, Id, working, command.Options, day))
            : new RunResult(started, null);
    }

    public Task<CommandResult> StopRun(StopRun command, CancellationToken cancellationToken = default)
    {
        if (runs.Find(Id, command.Run) is null)
            return Task.FromResult(Refusal.Of("run.unknown", ("run", command.Run)).ToResult());
        runs.Stop(Id, command.Run);
        return Task.FromResult(CommandResult.Done(0));
    }

    public Task<CommandResult> EndRun(EndRun command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => DispatchDecisions.End(state, command), cancellationToken);

    public async Task<DeliveryPlanResult> RecordRun(RecordRun command, CancellationToken cancellationToken = default)
    {
        var (distributor, date) = Key;
        var (day, _) = await DayAsync(command.Options.ByTimeOfDay, command.Header.At, cancellationToken);
        var hasLeft = day is null || day.Progress.Routes.Any(route => route.Departures.Count > PlanAdoption.GoneOf(command.Progress, route.Vehicle));
        return await ExecuteAsync(
            command, state => DispatchDecisions.Record(state, command, distributor, date, hasLeft), AnswerForms.DeliveryPlan, cancellationToken);
    }

    public Task<DeliveryPlanSnapshot> GetSnapshot(CancellationToken cancellationToken = default) =>
        Task.FromResult(new DeliveryPlanSnapshot(State?.Latest, State?.Published, Version, State?.Working));

    public async Task<EditPreview> Preview(PreviewEdits query, CancellationToken cancellationToken = default)
    {
        var (working, day, refusal) = await ReadAsync(query.BaseVersion, query.At, cancellationToken);
        if (refusal is not null)
            return new EditPreview(refusal.ToResult(), null, []);
        return await Task.Run(() => PlanEdits.Preview(day!.Day, working!, query.Edits), cancellationToken);
    }

    public async Task<EditPreview> PreviewSplit(PreviewOrderSplit query, CancellationToken cancellationToken = default)
    {
        var (working, day, refusal) = await ReadAsync(query.BaseVersion, query.At, cancellationToken);
        if (refusal is not null)
            return new EditPreview(refusal.ToResult(), null, []);
        return await Task.Run(() => OrderSplitting.Preview(day!, working!, query.Order, query.NewOrder, query.Lines), cancellationToken);
    }

    public async Task<StopOptions> FindOptions(FindStopOptions query, CancellationToken cancellationToken = default)
    {
        var (working, day, refusal) = await ReadAsync(query.BaseVersion, query.At, cancellationToken);
        if (refusal is not null)
            return NoOptions with { Outcome = refusal.ToResult() };
        return NoOptions with { Options = await Task.Run(() => StopInsertion.Options(day!.Day, working!, query.Stops), cancellationToken) };
    }

    public async Task<StopExplanationResult> Explain(ExplainStop query, CancellationToken cancellationToken = default)
    {
        var version = query.PlanVersion ?? State?.Working?.Version ?? 0;
        if (await FindAsync(version, cancellationToken) is not { } plan)
            return new StopExplanationResult(VersionUnknown(version).ToResult(), null);
        var (day, refusal) = await DayAsync(plan, query.At, cancellationToken);
        if (day is null)
            return new StopExplanationResult(refusal!.ToResult(), null);
        return new StopExplanationResult(CommandResult.Done(0), await Task.Run(() => StopReasons.Explain(day.Day, plan, query.Stop), cancellationToken));
    }

    public Task<PlanHistory> GetHistory(CancellationToken cancellationToken = default) => Task.FromResult(new PlanHistory(State?.Versions ?? []));

    public async Task<DeliveryPlanResult> GetVersion(int version, CancellationToken cancellationToken = default) =>
        await FindAsync(version, cancellationToken) is { } plan
            ? new DeliveryPlanResult(CommandResult.Done(0), plan)
            : DispatchDecisions.Refused(VersionUnknown(version));

    public async Task<PlanComparison> Compare(int left, int right, CancellationToken cancellationToken = default)
    {
        var (before, after) = (await FindAsync(left, cancellationToken), await FindAsync(right, cancellationToken));
        if (before is null || after is null)
            return new PlanComparison(VersionUnknown(before is null ? left : right).ToResult(), null, null, null);
        return new PlanComparison(CommandResult.Done(0), before, after, await Task.Run(() => PlanChanges.Between(before, after), cancellationToken));
    }

    public Task<RunList> GetRuns(CancellationToken cancellationToken = default) =>
        Task.FromResult(new RunList([.. Interrupted, .. runs.Of(Id)]));

    public Task<RunProgress?> GetRun(string run, CancellationToken cancellationToken = default) =>
        Task.FromResult(runs.Find(Id, run) ?? Interrupted.FirstOrDefault(interrupted => interrupted.Run == run));

    /// <summary>Runs that are open on record and that this process knows nothing of.</summary>
    private IEnumerable<RunProgress> Interrupted =>
        (State?.OpenRuns ?? []).Where(run => runs.Find(Id, run.Run) is null).Select(run => new RunProgress(
            run.Run, RunStatus.Failed, run.By, run.BaseVersion, run.Options, Duration.Zero, Iterations: 0, Cost: null, Unserved: null, Version: null, DispatchDecisions.Interrupted));

    private static Refusal NotMade => Refusal.Of("plan.not-made");

    private (DistributorId Distributor, DateOnly Date) Key
    {
        get
        {
            var (party, date) = PlanKey.Parse(Id);
            return (new DistributorId(party), date);
        }
    }

    private static Refusal VersionUnknown(int version) => Refusal.Of("plan.version-unknown", ("version", Figures.Text(version)));

    private static PlanOrigin Origin(ICommand command, DeliveryPlan working, PlanOriginKind kind) =>
        new(kind, working.Version, command.Header.Actor, command.Header.At);

    private static (DeliveryPlan? Plan, Refusal? Refusal) Made((DeliveryPlan? Plan, Refusal? Refusal) made, KeptDay day, PlanOrigin origin) => made.Plan is { } plan
        ? (plan with { Origin = origin, Provenance = plan.Provenance with { JournalPosition = day.Request.JournalPosition } }, null)
        : made;

    private static Task<(DeliveryPlan? Plan, Refusal? Refusal)> EditAsync(
        KeptDay day, DeliveryPlan working, IReadOnlyList<PlanEdit> edits, CancellationToken cancellationToken) =>
        Task.Run(() => PlanEdits.Apply(day.Day, working, edits), cancellationToken);

    /// <summary>Makes the next version out of the working plan that the sender saw.</summary>
    private async Task<DeliveryPlanResult> ChangeAsync(
        ICommand command, int baseVersion, Func<DeliveryPlan, KeptDay, Task<(DeliveryPlan? Plan, Refusal? Refusal)>> make, CancellationToken cancellationToken)
    {
        // A retry is answered before it is computed on a plan that holds it already.
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.DeliveryPlan, cancellationToken) is { } first)
            return first;
        if (DispatchDecisions.CheckBase(State, baseVersion) is { } moved)
            return DispatchDecisions.Refused(moved);
        // Where all was discarded, versions can still be adopted.
        if ((State!.Working ?? (command is AdoptRoutes ? State.Latest with { Routes = [], Overrides = DayOverrides.None } : null)) is not { } working)
            return DispatchDecisions.Refused(NotMade);
        var (day, missing) = await DayAsync(working, command.Header.At, cancellationToken);
        if (day is null)
            return DispatchDecisions.Refused(missing!);
        var (made, refusal) = await make(working, day);
        if (made is null)
            return DispatchDecisions.Refused(refusal!);

        var (distributor, date) = Key;
        var version = PlanDecisions.NextVersion(State.LastVersion);
        var plan = made with
        {
            Id = DeliveryRequests.IdOf(distributor, date, version),
            Version = version,
            Status = PlanStatus.Proposed,
        };
        return await ExecuteAsync(command, state => DispatchDecisions.Change(state, baseVersion, plan), AnswerForms.DeliveryPlan, cancellationToken);
    }

    private Task<DeliveryPlanResult> ReturnAsync(
        ICommand command, int baseVersion, PlanOriginKind kind, Func<DeliveryPlanState, UserId, (PlanReversal? Reversal, Refusal? Refusal)> find,
        CancellationToken cancellationToken) => ChangeAsync(
            command, baseVersion,
            async (working, day) =>
            {
                var (reversal, refusal) = find(State!, command.Header.Actor);
                if (reversal is null)
                    return (null, refusal);
                var earlier = await FindAsync(reversal.Like, cancellationToken);
                var returned = await Task.Run(() => PlanReturn.To(day.Day, working, earlier!), cancellationToken);
                return Made(returned, day, Origin(command, working, kind) with { Reverted = reversal.Reverted });
            },
            cancellationToken);

    /// <summary>Why the order could not be split at its outlet; null when it is. A retry finds it split and goes on from there.</summary>
    private async Task<Refusal?> SplitAtOutletAsync(SplitPlannedOrder command, DeliveryPlan working, KeptDay day, CancellationToken cancellationToken)
    {
        if (OrderSplitting.Check(day, working, command.Order) is { } refusal)
            return refusal;
        var order = day.Request.Orders.First(known => known.Id == command.Order);
        var split = new SplitOrder(
            command.Header with { Id = FurtherCommandId.Derive(command.Header.Id, 1) }, command.Order, command.NewOrder, command.Lines, command.Reason);
        var outcome = await GrainFactory.GetGrain<ITerminalGrain>(order.Terminal.Value).SplitOrder(split, cancellationToken);
        return outcome.Accepted ? null : new Refusal(outcome.RefusalCode!, outcome.Detail);
    }

    /// <summary>The working plan that a reader saw and its day, or why they do not go together.</summary>
    private async Task<(DeliveryPlan? Working, KeptDay? Day, Refusal? Refusal)> ReadAsync(int baseVersion, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (DispatchDecisions.CheckBase(State, baseVersion) is { } moved)
            return (null, null, moved);
        if (State!.Working is not { } working)
            return (null, null, NotMade);
        var (day, missing) = await DayAsync(working, at, cancellationToken);
        return (working, day, missing);
    }

    private ValueTask<DeliveryPlan?> FindAsync(int version, CancellationToken cancellationToken) =>
        PlanVersions.FindAsync(Journal, Id, State, version, cancellationToken);

    private Task<(KeptDay? Day, Refusal? Refusal)> DayAsync(DeliveryPlan plan, DateTimeOffset at, CancellationToken cancellationToken) =>
        DayAsync(plan.Provenance.IsByTimeOfDay, at, cancellationToken);

    private async Task<(KeptDay? Day, Refusal? Refusal)> DayAsync(bool byTimeOfDay, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (distributor, date) = Key;
        var (day, refusal) = await days.FindAsync(keptDay, distributor, date, byTimeOfDay, State?.Working?.Provenance.LearnedStops > 0, at, cancellationToken);
        keptDay = day ?? keptDay;
        return (day, refusal);
    }

    protected override async ValueTask<Refusal?> CheckDeparturesAsync(DeliveryPlan plan, CancellationToken cancellationToken)
    {
        using var snapshot = await Journal.OpenSnapshotAsync(cancellationToken);
        return PlanDepartures.CheckLoads(snapshot, plan);
    }

    protected override Task PublishedAsync(PublishPlan command, CancellationToken cancellationToken) =>
        // The plan is out: its vehicles get their orders, even if whoever published it does not wait for the answer.
        State?.Published is { } plan && plan.Version == command.PlanVersion ? orders.IssueAsync(plan, command.Header, CancellationToken.None) : Task.CompletedTask;
}
