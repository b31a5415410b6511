using Territory.Contracts;
using Territory.Contracts.Reps;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Registers;
using Territory.Model.Quantities;
using Territory.Model.Reps;
using Territory.ReadModel.Reps;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Reps;

/// <summary>Decisions on a rep's file and working days.</summary>
internal static class RepDecisions
{
    private static readonly Refusal Unknown = Refusal.Of("rep.unknown");

    private static readonly FileRegister Entries = new("rep", Taken: "rep.already-registered", WrongKey: "rep.wrong-key");

    public static Decision<RepState, CommandResult> Register(RepState? state, RegisterRep command, string id, RegionCatalogue? catalogue) =>
        (Entries.CheckNew(state is not null, command.File.Id.Value, id, catalogue) ?? Check(command.File)) is { } refusal
            ? Decide.Refuse<RepState>(refusal)
            : Decide.Accept<RepState>(new RepRegistered(command.File));

    public static Decision<RepState, CommandResult> Change(RepState? state, ChangeRepFile command, string id, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Decide.Refuse<RepState>(Unknown);
        if (command.File.Region != state.File.Region)
            return Decide.Refuse<RepState>(Refusal.Of("rep.region-fixed", ("region", state.File.Region.Value)));
        return (Entries.CheckPlace(command.File.Id.Value, id, catalogue) ?? Check(command.File)) is { } refusal
            ? Decide.Refuse<RepState>(refusal)
            : Decide.Accept<RepState>(new RepFileChanged(command.File));
    }

    public static Decision<RepState, CommandResult> Start(RepState? state, StartDay command)
    {
        if (state is null)
            return Decide.Refuse<RepState>(Unknown);
        if (state.WorkingDay is { } working)
            return Decide.Refuse<RepState>(Refusal.Of("day.already-started", ("day", Text(working))));
        return state.LastDay >= command.Day
            ? Decide.Refuse<RepState>(Refusal.Of("day.already-ended", ("day", Text(state.LastDay.Value))))
            : Decide.Accept<RepState>(new DayStarted(command.Day, command.Plan, command.Header.At));
    }

    public static Decision<RepState, CommandResult> End(RepState? state, EndDay command)
    {
        if (state is null)
            return Decide.Refuse<RepState>(Unknown);
        if (state.WorkingDay != command.Day)
            return Decide.Refuse<RepState>(Refusal.Of("day.not-started", ("day", Text(command.Day))));
        if (command.Header.At < state.StartedAt)
            return Decide.Refuse<RepState>(Refusal.Of("day.ends-before-start"));
        return command.Travelled < Distance.Zero
            ? Decide.Refuse<RepState>(Refusal.Of("day.distance-negative"))
            : Decide.Accept<RepState>(new DayEnded(command.Day, command.Travelled, command.Header.At));
    }

    private static Refusal? Check(RepFile file)
    {
        if (string.IsNullOrWhiteSpace(file.Name))
            return Refusal.Of("rep.name-missing");
        if (!file.Start.IsValid)
            return Refusal.Of("rep.location-invalid");
        return file.Shift.IsEmpty ? Refusal.Of("rep.shift-reversed") : null;
    }
}
