using System.Text;
using Territory.Model;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>The service-vehicle dispatch orders (流动服务车辆派遣单) of a plan: each vehicle on A4 pages of its own, to be signed, filled in and closed by hand.</summary>
internal sealed class DispatchSheet
{
    private static readonly SheetPaper Paper = SheetPaper.Landscape;

    private static readonly SheetColumns Stops = new(
        "stops",
        new SheetColumn(SheetWords.Sequence, 8, IsNumber: true), new SheetColumn(SheetWords.Outlet, 35), new SheetColumn(SheetWords.Address, 38),
        new SheetColumn(SheetWords.PlannedArrival, 19), new SheetColumn(SheetWords.Task, 51), new SheetColumn(SheetWords.Due, 20, IsNumber: true),
        new SheetColumn(SheetWords.Notes, 25), new SheetColumn(SheetWords.Arrived, 12), new SheetColumn(SheetWords.Left, 12), new SheetColumn(SheetWords.Delivered, 12),
        new SheetColumn(SheetWords.Paid, 15), new SheetColumn(SheetWords.Refused, 15), new SheetColumn(SheetWords.OwnerSignature, 19));

    private static readonly SheetColumns LeftOut = new(
        "left-out", new SheetColumn(SheetWords.Outlet, 70), new SheetColumn(SheetWords.Address, 90), new SheetColumn(SheetWords.Orders, 51), new SheetColumn(SheetWords.Reason, 70));

    private static readonly string Style = SheetStyle.Of(Paper, Stops, LeftOut);

    private readonly PlannedDeliveries day;
    private readonly SheetOptions options;
    private readonly SheetText text;
    private readonly StringBuilder pages = new();

    private DispatchSheet(PlannedDeliveries day, SheetOptions options)
    {
        this.day = day;
        this.options = options;
        text = new SheetText(options.Language);
    }

    public static SheetDocument Of(PlannedDeliveries day, SheetOptions options)
    {
        var sheet = new DispatchSheet(day, options);
        foreach (var route in day.Plan.Routes)
            sheet.AddVehicle(route);
        if (day.Plan.Unserved.Count > 0)
            sheet.AddUnserved();
        if (sheet.pages.Length == 0)
            sheet.pages.Append("<p>").Append(sheet.text.Html(SheetWords.NothingPlanned)).Append("</p>");
        return SheetDocument.Of(sheet.text, $"{sheet.text.Plain(SheetWords.DispatchOrder)} {day.Distributor.Name} {SheetFigures.Date(day.Plan.Date)}", Style, sheet.pages);
    }

    private void AddVehicle(DeliveryRoute route)
    {
        var number = SheetParts.OrderNumber(day.Plan, route.Vehicle);
        var header = new SheetHeader(text, Paper, SheetWords.DispatchOrder, number, day.Plan, FactsOf(route), options.AddressOf?.Invoke(route.Vehicle) ?? number);
        var flow = new PageFlow(Paper, header.Millimeters, SheetHeader.RunningMillimeters);
        foreach (var words in SheetParts.BreachesOf(day.Plan, route.Vehicle))
            flow.Add(SheetParts.Note(text, Paper, words));
        if (day.Plan.Provenance.IsStraightLine)
            flow.Add(SheetParts.Note(text, Paper, StraightLineWarning.Words));
        var due = new Money(route.Trips.SelectMany(trip => trip.Stops).Sum(stop => Receivable.Of(day, stop).Amount.MinorUnits));
        var foot = SheetParts.Boxes(
            text, SheetWords.ActualTimes, SheetWords.ActualDistance, SheetWords.FuelAndTolls, SheetWords.ReturnedGoods,
            SheetWords.CashDue(SheetFigures.Amount(due, day.Region.Currency)), SheetWords.DriverSignature, SheetWords.WarehouseSignature, SheetWords.SupervisorSignature);
        var source = SheetParts.Source(day);
        var head = Stops.Head(text);
        foreach (var (index, trip) in route.Trips.Index())
        {
            var heading = HeadingOf(route, index, trip);
            flow.Add(
                SheetParts.Heading(heading), SheetParts.Heading($"{heading} {text.Html(SheetWords.Continued)}"), Stops, head,
                [.. trip.Stops.Select((stop, at) => Stops.Row(CellsOf(route, at + 1, stop), SheetStyle.WritingMillimeters, "writing"))],
                index == route.Trips.Count - 1 ? foot.Millimeters + source.Millimeters : 0);
        }

        flow.Add(foot);
        flow.Add(source);
        flow.AppendTo(pages, header.Html);
    }

    private List<(LocalizedText Name, string Value)> FactsOf(DeliveryRoute route)
    {
        var vehicle = day.Vehicles[route.Vehicle];
        return
        [
            (SheetWords.Date, SheetFigures.Date(day.Plan.Date)),
            (SheetWords.Region, text.Name(day.Region.Name)),
            (SheetWords.Depot, $"{day.Distributor.Name} {day.Distributor.DepotAddress}".TrimEnd()),
            (SheetWords.Departure, route.Trips.Count > 0 ? SheetFigures.Clock(route.Trips[0].Departure) : ""),
            (SheetWords.Plate, vehicle.Plate),
            (SheetWords.VehicleType, vehicle.Type),
            (SheetWords.Capacity, SheetFigures.Load(text, vehicle.Capacity)),
            (SheetWords.Return, route.Trips.Count > 0 ? SheetFigures.Clock(route.Trips[^1].Return) : ""),
            (SheetWords.Driver, SheetParts.DriverOf(day, route.Vehicle)),
            (SheetWords.Rep, SheetParts.RepOf(day, route.Vehicle)),
            (SheetWords.Load, SheetFigures.Load(text, Loads.Sum(route.Trips.Select(trip => trip.Load)))),
            (SheetWords.Distance, SheetFigures.Kilometers(route.Distance)),
        ];
    }

    private string HeadingOf(DeliveryRoute route, int index, DeliveryTrip trip) =>
        $"{text.Html(SheetWords.Trip(index + 1))} {SheetFigures.Clock(trip.Departure)}–{SheetFigures.Clock(trip.Return)} · {SheetFigures.Load(text, trip.Load)}"
        + $" · {SheetFigures.Share(trip.Load, day.Vehicles[route.Vehicle].Capacity)} · {SheetFigures.Kilometers(trip.Distance)}";

    private string[] CellsOf(DeliveryRoute route, int sequence, DeliveryStop stop)
    {
        var terminal = day.Terminals[stop.Terminal];
        var due = Receivable.Of(day, stop);
        return
        [
            SheetFigures.Whole(sequence),
            $"{terminal.Name}（{terminal.Class}）\n{terminal.Id}",
            string.Join('\n', new[] { terminal.Address, $"{terminal.Owner} {terminal.Phone}".Trim() }.Where(line => !string.IsNullOrEmpty(line))),
            $"{SheetFigures.Clock(stop.Arrival)}\n{stop.Window}",
            StopWords.Task(text, day, stop, due),
            StopWords.Due(text, day, terminal, due),
            StopWords.Notes(text, day, route, stop),
            "", "", "", "", "", "",
        ];
    }

    private void AddUnserved()
    {
        var header = new SheetHeader(
            text, Paper, SheetWords.Unserved, day.Plan.Id.Value, day.Plan, [(SheetWords.Date, SheetFigures.Date(day.Plan.Date)), (SheetWords.Depot, day.Distributor.Name)], code: null);
        var flow = new PageFlow(Paper, header.Millimeters, SheetHeader.RunningMillimeters);
        flow.Add(default, default, LeftOut, LeftOut.Head(text), [.. day.Plan.Unserved.Select(unserved =>
        {
            var terminal = day.Terminals[unserved.Terminal];
            return LeftOut.Row([$"{terminal.Name} {terminal.Id}", terminal.Address ?? "", string.Join(", ", unserved.Orders), text.Plain(UnservedWords.Of(unserved.Reason))]);
        })]);
        flow.Add(SheetParts.Source(day));
        flow.AppendTo(pages, header.Html);
    }
}
