using System.Text;
using Territory.Model.Plans;
using Territory.Model.Vehicles;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>The load lists (装车单) of a plan: each trip on A4 pages of its own, in the order in which goods go into the vehicle, the last stop's first.</summary>
internal static class LoadList
{
    private static readonly SheetPaper Paper = SheetPaper.Portrait;

    private static readonly SheetColumns Stops = new(
        "load",
        new SheetColumn(SheetWords.LoadingOrder, 13, IsNumber: true), new SheetColumn(SheetWords.StopNumber, 12, IsNumber: true), new SheetColumn(SheetWords.Outlet, 48),
        new SheetColumn(SheetWords.Goods, 64), new SheetColumn(SheetWords.Cases, 13, IsNumber: true), new SheetColumn(SheetWords.Kilograms, 16, IsNumber: true),
        new SheetColumn(SheetWords.CubicMeters, 14, IsNumber: true), new SheetColumn(SheetWords.Checked, 14));

    private static readonly SheetColumns Goods = new(
        "goods",
        new SheetColumn(SheetWords.Product, 126), new SheetColumn(SheetWords.Cases, 18, IsNumber: true), new SheetColumn(SheetWords.Kilograms, 18, IsNumber: true),
        new SheetColumn(SheetWords.CubicMeters, 18, IsNumber: true), new SheetColumn(SheetWords.Checked, 14));

    private static readonly string Style = SheetStyle.Of(Paper, Stops, Goods);

    public static SheetDocument Of(PlannedDeliveries day, SheetOptions options)
    {
        var text = new SheetText(options.Language);
        var pages = new StringBuilder();
        foreach (var route in day.Plan.Routes)
        {
            foreach (var (index, trip) in route.Trips.Index())
                AddTrip(pages, text, day, route, index, trip);
        }

        if (pages.Length == 0)
            pages.Append("<p>").Append(text.Html(SheetWords.NothingPlanned)).Append("</p>");
        return SheetDocument.Of(text, $"{text.Plain(SheetWords.LoadList)} {day.Distributor.Name} {SheetFigures.Date(day.Plan.Date)}", Style, pages);
    }

    private static void AddTrip(StringBuilder pages, SheetText text, PlannedDeliveries day, DeliveryRoute route, int index, DeliveryTrip trip)
    {
        var vehicle = day.Vehicles[route.Vehicle];
        var header = new SheetHeader(
            text, Paper, SheetWords.LoadList, $"{SheetParts.OrderNumber(day.Plan, route.Vehicle)}-{index + 1}", day.Plan,
            [
                (SheetWords.Date, SheetFigures.Date(day.Plan.Date)), (SheetWords.Plate, vehicle.Plate), (SheetWords.Depot, day.Distributor.Name),
                (SheetWords.Departure, SheetFigures.Clock(trip.Departure)), (SheetWords.VehicleType, vehicle.Type), (SheetWords.Load, SheetFigures.Load(text, trip.Load)),
                (SheetWords.Return, SheetFigures.Clock(trip.Return)), (SheetWords.Driver, SheetParts.DriverOf(day, route.Vehicle)),
                (SheetWords.Capacity, SheetFigures.Load(text, vehicle.Capacity)),
            ],
            code: null);
        var flow = new PageFlow(Paper, header.Millimeters, SheetHeader.RunningMillimeters);
        foreach (var words in SheetParts.BreachesOf(day.Plan, route.Vehicle))
            flow.Add(SheetParts.Note(text, Paper, words));
        var rows = new List<SheetBlock>();
        for (var at = trip.Stops.Count - 1; at >= 0; at--)
            rows.Add(StopRow(text, day, trip.Stops.Count - at, at + 1, trip.Stops[at]));
        rows.Add(Stops.Row(["", "", text.Plain(SheetWords.Total), "", .. FiguresOf(Loads.Sum(trip.Stops.Select(stop => stop.Load))), ""], rowClass: "total"));
        var title = text.Html(SheetWords.Trip(index + 1));
        flow.Add(SheetParts.Heading(title), SheetParts.Heading($"{title} {text.Html(SheetWords.Continued)}"), Stops, Stops.Head(text), rows);
        var foot = SheetParts.Boxes(text, SheetWords.LoaderSignature, SheetWords.DriverSignature, SheetWords.WarehouseSignature);
        AddTotals(flow, text, StopGoods.Of(day, trip.Stops), foot.Millimeters);
        flow.Add(foot);
        flow.AppendTo(pages, header.Html);
    }

    private static SheetBlock StopRow(SheetText text, PlannedDeliveries day, int loading, int sequence, DeliveryStop stop)
    {
        var terminal = day.Terminals[stop.Terminal];
        var goods = StopGoods.Of(day, stop);
        var lines = goods.Select(line => $"{text.Name(line.Name)} × {line.Cases.Count}").ToList();
        var listed = goods.Sum(line => line.Cases.Count);
        if (listed != stop.Load.Cases.Count)
            lines.Add($"⚠ {text.Plain(SheetWords.Differs(stop.Load.Cases.Count, listed))}");
        return Stops.Row([
            SheetFigures.Whole(loading), SheetFigures.Whole(sequence), $"{terminal.Name}\n{terminal.Id}", string.Join('\n', lines), .. FiguresOf(stop.Load), "",
        ]);
    }

    private static void AddTotals(PageFlow flow, SheetText text, IReadOnlyList<GoodsLine> goods, double footMillimeters)
    {
        var title = text.Html(SheetWords.TripTotals);
        flow.Add(SheetParts.Heading(title), SheetParts.Heading($"{title} {text.Html(SheetWords.Continued)}"), Goods, Goods.Head(text),
        [
            .. goods.Select(line => Goods.Row([text.Name(line.Name), .. FiguresOf(new VehicleCapacity(line.Cases, line.Mass, line.Volume)), ""])),
            Goods.Row([text.Plain(SheetWords.Total), .. FiguresOf(Loads.Of(goods)), ""], rowClass: "total"),
        ], footMillimeters);
    }

    private static string[] FiguresOf(VehicleCapacity load) =>
        [SheetFigures.Whole(load.Cases.Count), SheetFigures.Kilograms(load.Mass), SheetFigures.CubicMeters(load.Volume)];
}
