using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.ReadModel.Terminals;
using static Territory.Grains.Actors.Figures;
using static Territory.Grains.Terminals.TerminalRefusals;

namespace Territory.Grains.Terminals;

/// <summary>Decisions on orders and payments.</summary>
internal static class OrderDecisions
{
    /// <summary>More cases of one product than any truck holds.</summary>
    public const int MostCases = 100_000;

    /// <summary>A later day is a slip of the year, and the order would lie unseen.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>More than any outlet pays at once; a figure beyond it is a slip of the finger, and a few of them would overflow the balance.</summary>
    public static readonly Money MostPaid = Money.FromMajor(100_000_000);

    /// <param name="idIsTaken">Whether an order of this id was placed before, by any outlet.</param>
    public static Decision<TerminalState, CommandResult> Place(TerminalState? state, PlaceOrder command, RegionCatalogue? catalogue, bool idIsTaken)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        if (catalogue is null)
            return Decide.Refuse<TerminalState>(RegionUnknown);
        if (state.File.Status == TerminalStatus.Closed)
            return Decide.Refuse<TerminalState>(Refusal.Of("terminal.closed-down"));
        if (state.File.Distributor is not { } distributor)
            return Decide.Refuse<TerminalState>(Refusal.Of("terminal.no-distributor"));
        if (string.IsNullOrEmpty(command.Order.Value))
            return Decide.Refuse<TerminalState>(Refusal.Of("order.id-missing"));
        if (idIsTaken || state.OpenOrders.Any(open => open.Order.Id == command.Order))
            return Decide.Refuse<TerminalState>(Refusal.Of("order.exists", ("order", command.Order.Value)));
        if (command.Lines.Count == 0)
            return Decide.Refuse<TerminalState>(Refusal.Of("order.empty"));
        var today = catalogue.DayOf(command.Header.At);
        if (command.DueOn < today)
            return Decide.Refuse<TerminalState>(Refusal.Of("order.due-in-past", ("dueOn", Text(command.DueOn)), ("today", Text(today))));
        if (command.DueOn > today.AddDays(MostDaysAhead))
            return Decide.Refuse<TerminalState>(Refusal.Of("order.due-far", ("dueOn", Text(command.DueOn)), ("latest", Text(today.AddDays(MostDaysAhead)))));
        foreach (var line in command.Lines)
        {
            if (line.Product.Value is null || !catalogue.Lists(line.Product))
                return Decide.Refuse<TerminalState>(Refusal.Of("order.unknown-product", ("product", line.Product.Value ?? "")));
            if (line.Cases.Count is <= 0 or > MostCases)
                return Decide.Refuse<TerminalState>(Refusal.Of("line.quantity", ("product", line.Product.Value), ("quantity", Text(line.Cases.Count))));
        }

        if (ForProducts(command.Lines.Select(line => line.Product), catalogue) is { } refusal)
            return Decide.Refuse<TerminalState>(refusal);
        return Decide.Accept<TerminalState>(Placed(state, command, catalogue, distributor, today));
    }

    public static Decision<TerminalState, CommandResult> Cancel(TerminalState? state, CancelOrder command)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        return state.OpenOrders.All(open => open.Order.Id != command.Order)
            ? Decide.Refuse<TerminalState>(Refusal.Of("order.not-open", ("order", command.Order.Value)))
            : Decide.Accept<TerminalState>(new OrderCancelled(command.Order, command.Reason, command.Header.At));
    }

    public static Decision<TerminalState, CommandResult> Pay(TerminalState? state, ReceivePayment command, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(Unknown);
        if (catalogue is null)
            return Decide.Refuse<TerminalState>(RegionUnknown);
        return command.Amount <= Money.Zero || command.Amount > MostPaid
            ? Decide.Refuse<TerminalState>(Refusal.Of("payment.amount"))
            : Decide.Accept<TerminalState>(
                new PaymentReceived(command.Amount, command.Method, command.Order, command.Header.At, catalogue.DayOf(command.Header.At), command.Vehicle));
    }

    private static OrderPlaced Placed(TerminalState state, PlaceOrder command, RegionCatalogue catalogue, DistributorId distributor, DateOnly today)
    {
        var lines = new PricedLine[command.Lines.Count];
        var value = Money.Zero;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = command.Lines[i];
            lines[i] = new PricedLine(line.Product, line.Cases, catalogue.UnitsOf(line), catalogue.ValueOf(line.Product, line.Cases));
            value += lines[i].Value;
        }

        var order = new Order
        {
            Id = command.Order,
            Terminal = state.File.Id,
            Distributor = distributor,
            PlacedAt = command.Header.At,
            DueOn = command.DueOn,
            Lines = command.Lines,
            Note = command.Note,
        };
        return new OrderPlaced(order, lines, value, today);
    }
}
