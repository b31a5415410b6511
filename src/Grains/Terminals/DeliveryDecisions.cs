using Territory.Contracts;
using Territory.Contracts.Terminals;
using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Model.Deliveries;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.ReadModel.Terminals;
using Territory.Simulation.Market.Rules;
using static Territory.Grains.Actors.Figures;
using static Territory.Grains.Terminals.TerminalRefusals;

namespace Territory.Grains.Terminals;

/// <summary>Decisions on deliveries (送货).</summary>
internal static class DeliveryDecisions
{
    public static Decision<TerminalState, StockResult> Receive(TerminalState? state, ReceiveDelivery command, RegionCatalogue? catalogue)
    {
        if (state is null)
            return Refused(null, Unknown);
        if (catalogue is null)
            return Refused(state, RegionUnknown);
        if (Check(state, command, catalogue) is { } refusal)
            return Refused(state, refusal);

        var lines = new DeliveredLine[command.Lines.Count];
        var value = Money.Zero;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = command.Lines[i];
            var units = line.Delivered.ToUnits(catalogue.Find(line.Product)!.UnitsPerCase);
            lines[i] = new DeliveredLine(line.Product, line.Ordered, line.Delivered, units, catalogue.ValueOf(line.Product, line.Delivered));
            value += lines[i].Value;
        }

        var distributor = state.OpenOrders.First(open => open.Order.Id == command.Orders[0]).Order.Distributor;
        var stayOpen = RefusalRule.KeepsOrderOpen(command.Refusal) && lines.All(line => line.Delivered == Cases.Zero);
        var received = new DeliveryReceived(
            command.Vehicle, command.Plan, distributor, command.Orders, lines, command.Refusal, command.WindowStart, command.WindowEnd,
            command.ArrivedAt, command.Header.At, catalogue.DayOf(command.ArrivedAt), value, stayOpen, command.Photo, command.Signature);
        return Decision<TerminalState, StockResult>.Accept(after => Answer(after!, CommandResult.Done(0)), received);
    }

    private static Refusal? Check(TerminalState state, ReceiveDelivery command, RegionCatalogue catalogue)
    {
        if (command.Orders.Count == 0)
            return Refusal.Of("delivery.no-orders");
        foreach (var order in command.Orders)
        {
            if (state.OpenOrders.All(open => open.Order.Id != order))
                return Refusal.Of("order.not-open", ("order", order.Value ?? ""));
        }

        if (command.Orders.Distinct().Count() != command.Orders.Count)
            return Refusal.Of("delivery.order-twice");
        if (command.WindowEnd < command.WindowStart)
            return Refusal.Of("delivery.window-reversed");
        if (command.ArrivedAt > command.Header.At)
            return Refusal.Of("delivery.arrives-after-handover", ("arrivedAt", Text(command.ArrivedAt)));
        return ForProducts(command.Lines.Select(line => line.Product), catalogue) ?? CheckLines(state, command);
    }

    /// <summary>Every open line of the orders is stated with what was ordered, and what is missing has a reason.</summary>
    private static Refusal? CheckLines(TerminalState state, ReceiveDelivery command)
    {
        var ordered = new Dictionary<ProductId, int>();
        foreach (var line in state.OpenOrders.Where(open => command.Orders.Contains(open.Order.Id)).SelectMany(open => open.Lines))
            ordered[line.Product] = ordered.GetValueOrDefault(line.Product) + line.Cases.Count;

        foreach (var line in command.Lines)
        {
            if (!ordered.Remove(line.Product, out var cases) || cases != line.Ordered.Count)
                return Mismatch(line.Product, cases, line.Ordered.Count);
            if (line.Delivered < Cases.Zero || line.Delivered > line.Ordered)
                return Refusal.Of("line.quantity", ("product", line.Product.Value), ("quantity", Text(line.Delivered.Count)));
            if (line.Delivered < line.Ordered && command.Refusal == RefusalReason.None)
                return Refusal.Of("delivery.reason-missing", ("product", line.Product.Value));
        }

        return ordered.Count == 0 ? null : Mismatch(ordered.First().Key, ordered.First().Value, 0);
    }

    private static Refusal Mismatch(ProductId product, int ordered, int stated) =>
        Refusal.Of("delivery.lines-differ", ("product", product.Value), ("ordered", Text(ordered)), ("stated", Text(stated)));

    private static Decision<TerminalState, StockResult> Refused(TerminalState? state, Refusal refusal) =>
        Decision<TerminalState, StockResult>.Refuse(Answer(state, refusal.ToResult()));

    private static StockResult Answer(TerminalState? state, CommandResult outcome) =>
        new(outcome, state is null ? [] : TerminalViews.Stock(state), state?.SettledUntil, state?.NextInterval ?? 0);
}
