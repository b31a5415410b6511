using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.ReadModel.Terminals;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Terminals;

/// <summary>Decides on splitting an order (拆单): two orders that sum to it exactly, line by line, in cases, units and money.</summary>
internal static class SplitDecisions
{
    /// <param name="idIsTaken">Whether an order of the new id was placed before, by any outlet.</param>
    public static Decision<TerminalState, CommandResult> Split(TerminalState? state, SplitOrder command, bool idIsTaken)
    {
        if (state is null)
            return Decide.Refuse<TerminalState>(TerminalRefusals.Unknown);
        if (state.OpenOrders.FirstOrDefault(open => open.Order.Id == command.Order) is not { } whole)
            return Decide.Refuse<TerminalState>(Refusal.Of("order.not-open", ("order", command.Order.Value ?? "")));
        if (string.IsNullOrEmpty(command.NewOrder.Value))
            return Decide.Refuse<TerminalState>(Refusal.Of("order.id-missing"));
        if (idIsTaken || state.OpenOrders.Any(open => open.Order.Id == command.NewOrder))
            return Decide.Refuse<TerminalState>(Refusal.Of("order.exists", ("order", command.NewOrder.Value)));
        return Check(whole.Order, command.Lines) is { } refusal
            ? Decide.Refuse<TerminalState>(refusal)
            : Decide.Accept<TerminalState>(Part(whole, command));
    }

    /// <summary>Why lines cannot be taken off an order; null when they can.</summary>
    public static Refusal? Check(Order whole, IReadOnlyList<OrderLine> lines)
    {
        if (lines.Count == 0)
            return Refusal.Of("split.nothing", ("order", whole.Id.Value));
        var seen = new HashSet<ProductId>();
        foreach (var line in lines)
        {
            var ordered = whole.Lines.FirstOrDefault(candidate => candidate.Product == line.Product);
            if (line.Product.Value is null || ordered.Product != line.Product)
                return Refusal.Of("split.not-ordered", ("order", whole.Id.Value), ("product", line.Product.Value ?? ""));
            if (!seen.Add(line.Product))
                return Refusal.Of("line.duplicate-product", ("product", line.Product.Value));
            if (line.Cases <= Cases.Zero || line.Cases > ordered.Cases)
                return Refusal.Of("line.quantity", ("product", line.Product.Value), ("quantity", Text(line.Cases.Count)));
        }

        return lines.Sum(line => line.Cases.Count) == whole.Lines.Sum(line => line.Cases.Count) ? Refusal.Of("split.everything", ("order", whole.Id.Value)) : null;
    }

    private static OrderSplit Part(OpenOrder whole, SplitOrder command)
    {
        var wanted = command.Lines.ToDictionary(line => line.Product, line => line.Cases);
        var split = new List<PricedLine>();
        var remaining = new List<PricedLine>();
        foreach (var line in whole.Lines)
        {
            var part = PartOf(line, wanted.GetValueOrDefault(line.Product));
            var rest = new PricedLine(line.Product, line.Cases - part.Cases, line.Units - part.Units, line.Value - part.Value);
            if (part.Cases > Cases.Zero)
                split.Add(part);
            if (rest.Cases > Cases.Zero)
                remaining.Add(rest);
        }

        var order = whole.Order with { Id = command.NewOrder, Lines = [.. split.Select(line => new OrderLine(line.Product, line.Cases))] };
        return new OrderSplit(command.Order, order, split, remaining, command.Reason, command.Header.At);
    }

    /// <summary>At the prices of the day the order was placed; a rounding stays with the first order, so that the sum is what it was.</summary>
    private static PricedLine PartOf(PricedLine line, Cases cases) => new(
        line.Product,
        cases,
        new Units((int)((long)line.Units.Count * cases.Count / line.Cases.Count)),
        new Money((long)((Int128)line.Value.MinorUnits * cases.Count / line.Cases.Count)));
}
