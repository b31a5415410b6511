using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Registers;
using Territory.Model.Terminals;
using Territory.ReadModel.Terminals;
using static Territory.Grains.Actors.Figures;
using static Territory.Grains.Terminals.TerminalRefusals;

namespace Territory.Grains.Terminals;

/// <summary>Decisions on the terminal file (终端档案).</summary>
internal static class FileDecisions
{
    private static readonly FileRegister Entries = new("terminal", Taken: "terminal.already-registered", WrongKey: "terminal.wrong-key");

    public static Decision<TerminalState, CommandResult> Register(TerminalState? state, RegisterTerminal command, string id, RegionCatalogue? catalogue) =>
        (Entries.CheckNew(state is not null, command.File.Id.Value, id, catalogue) ?? Check(command.File, catalogue!)) is { } refusal
            ? Decide.Refuse<TerminalState>(refusal)
            : Decide.Accept<TerminalState>(new TerminalRegistered(command.File, command.Batch, catalogue!.DayOf(command.Header.At)));

    public static Decision<TerminalState, CommandResult> Change(TerminalState? state, ChangeTerminalFile command, string id, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        if (catalogue is null)
            return Decide.Refuse<TerminalState>(RegionUnknown);
        if (command.File.Region != state.File.Region)
            return Decide.Refuse<TerminalState>(Refusal.Of("terminal.region-fixed", ("region", state.File.Region.Value)));
        if ((Entries.CheckPlace(command.File.Id.Value, id, catalogue) ?? Check(command.File, catalogue)) is { } refusal)
            return Decide.Refuse<TerminalState>(refusal);
        return command.File == state.File
            ? Decide.Accept<TerminalState>()
            : Decide.Accept<TerminalState>(new TerminalFileChanged(command.File));
    }

    public static Decision<TerminalState, CommandResult> Withdraw(TerminalState? state, WithdrawTerminal command)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        return state.HasHistory
            ? Decide.Refuse<TerminalState>(Refusal.Of("terminal.has-history"))
            : Decide.Accept<TerminalState>(new TerminalWithdrawn(command.Reason));
    }

    private static Refusal? Check(TerminalFile file, RegionCatalogue catalogue)
    {
        if (string.IsNullOrWhiteSpace(file.Name))
            return Refusal.Of("terminal.name-missing");
        if (!file.Location.IsValid)
            return Refusal.Of("terminal.location-invalid");
        if (file.VisitsPerCycle is < 1 or > 28)
            return Refusal.Of("terminal.frequency-invalid", ("visitsPerCycle", Text(file.VisitsPerCycle.Value)));
        if (file.DeliveryWindow is { IsEmpty: true })
            return Refusal.Of("terminal.window-reversed");
        return ForProducts(file.ListedProducts, catalogue) ?? ForProducts(file.MustStock, catalogue);
    }
}
