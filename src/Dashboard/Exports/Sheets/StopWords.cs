using System.Globalization;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>What a dispatch order says of one stop.</summary>
internal static class StopWords
{
    /// <summary>What is to be done there: hand over goods, and collect where something is due.</summary>
    public static string Task(SheetText text, PlannedDeliveries day, DeliveryStop stop, Receivable due)
    {
        var goods = string.Join("；", StopGoods.Of(day, stop).Select(line => $"{text.Name(line.Name)}×{line.Cases.Count}"));
        var tasks = $"{text.Plain(SheetWords.Deliver)} {stop.Load.Cases.Count}{(due.Amount > Money.Zero ? $" · {text.Plain(SheetWords.Collect)}" : "")}";
        return goods.Length == 0 ? tasks : $"{tasks}\n{goods}";
    }

    public static string Due(SheetText text, PlannedDeliveries day, TerminalFile terminal, Receivable due)
    {
        var amount = SheetFigures.Amount(due.Amount, day.Region.Currency);
        return terminal.Terms switch
        {
            PaymentTerms.MonthlyAccount => text.Plain(SheetWords.OnAccount),
            PaymentTerms.NextVisit when due.Amount == Money.Zero => text.Plain(SheetWords.OnCredit),
            PaymentTerms.CashOnDelivery when due.Earlier > Money.Zero => $"{amount}\n{text.Plain(SheetWords.Earlier(SheetFigures.Amount(due.Earlier, day.Region.Currency)))}",
            _ => amount,
        };
    }

    /// <summary>The vehicle limit and the file's note, the orders' notes, and every rule that the plan breaks here; a line each.</summary>
    public static string Notes(SheetText text, PlannedDeliveries day, DeliveryRoute route, DeliveryStop stop)
    {
        var terminal = day.Terminals[stop.Terminal];
        var orders = stop.Orders.Select(order => (Id: order, Order: day.Orders.GetValueOrDefault(order))).ToList();
        var listed = StopGoods.Of(day, stop).Sum(line => line.Cases.Count);
        List<string?> notes = [.. SheetParts.BreachesOf(day.Plan, route.Vehicle, stop).Select(text.Plain)];
        if (terminal.LargestVehicle is { } largest)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{text.Plain(SheetWords.DockLimit)} ≤ {largest.Kilograms / 1000:0.##}\u00A0t"));
        notes.Add(terminal.Note);
        notes.AddRange(orders.Select(order => order.Order?.Note));
        notes.AddRange(orders.Where(order => order.Order?.State == PlannedOrderState.Cancelled).Select(order => $"{order.Id} {text.Plain(SheetWords.OrderCancelled)}"));
        if (listed != stop.Load.Cases.Count)
            notes.Add(text.Plain(SheetWords.Differs(stop.Load.Cases.Count, listed)));
        return string.Join('\n', notes.Where(note => !string.IsNullOrWhiteSpace(note)));
    }
}
