using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Model.Terminals;
using Territory.Model.Visits;
using Territory.ReadModel.Terminals;
using static Territory.Grains.Actors.Figures;
using static Territory.Grains.Terminals.TerminalRefusals;

namespace Territory.Grains.Terminals;

/// <summary>Decisions on visits: check-in, the steps of the protocol, check-out.</summary>
internal static class VisitDecisions
{
    public static Decision<TerminalState, CommandResult> Start(TerminalState? state, StartVisit command, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        if (catalogue is null)
            return Decide.Refuse<TerminalState>(RegionUnknown);
        if (state.File.Status == TerminalStatus.Closed)
            return Decide.Refuse<TerminalState>(Refusal.Of("terminal.closed-down"));
        if (string.IsNullOrEmpty(command.Rep.Value))
            return Decide.Refuse<TerminalState>(Refusal.Of("visit.rep-missing"));
        if (state.Visit is { } open)
        {
            var code = open.Rep == command.Rep ? "visit.already-started" : "visit.open-by-other-rep";
            return Decide.Refuse<TerminalState>(Refusal.Of(code, ("rep", open.Rep.Value), ("since", Text(open.StartedAt))));
        }

        return Decide.Accept<TerminalState>(
            new VisitStarted(command.Rep, command.Plan, command.Position, command.Header.At, catalogue.DayOf(command.Header.At)));
    }

    public static Decision<TerminalState, CommandResult> RecordStep(TerminalState? state, RecordVisitStep command, VisitProtocol protocol)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        if (state.Visit is not { } visit)
            return Decide.Refuse<TerminalState>(Refusal.Of("visit.not-started"));
        if (!protocol.Has(command.Step))
            return Decide.Refuse<TerminalState>(Refusal.Of("visit.unknown-step", ("step", command.Step)));
        return visit.StepsDone.Any(done => done.Step == command.Step)
            ? Decide.Refuse<TerminalState>(Refusal.Of("visit.step-already-done", ("step", command.Step)))
            : Decide.Accept<TerminalState>(new VisitStepRecorded(command.Step, command.Note, command.Header.At));
    }

    public static Decision<TerminalState, CommandResult> Complete(
        TerminalState? state, CompleteVisit command, RegionCatalogue? catalogue, VisitProtocol protocol)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        if (catalogue is null)
            return Decide.Refuse<TerminalState>(RegionUnknown);
        if (state.Visit is not { } visit)
            return Decide.Refuse<TerminalState>(Refusal.Of("visit.not-started"));
        if (command.Header.At < visit.StartedAt)
            return Decide.Refuse<TerminalState>(Refusal.Of("visit.ends-before-start", ("started", Text(visit.StartedAt))));
        var steps = visit.StepsDone.ToList();
        foreach (var step in command.Steps ?? [])
        {
            if (!protocol.Has(step.Step))
                return Decide.Refuse<TerminalState>(Refusal.Of("visit.unknown-step", ("step", step.Step)));
            if (steps.TrueForAll(done => done.Step != step.Step))
                steps.Add(step);
        }

        return Decide.Accept<TerminalState>(
            new VisitCompleted(
                visit.Rep, visit.Plan, visit.StartedAt, command.Header.At, catalogue.DayOf(visit.StartedAt), visit.Ordered, command.Outcome, steps));
    }
}
