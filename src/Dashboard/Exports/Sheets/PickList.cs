using System.Text;
using Territory.Model;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>The pick list (拣货单) of a distributor's day: how much of each product leaves the warehouse, and on which vehicle.</summary>
internal sealed class PickList
{
    private const int VehiclesPerTable = 10;
    private const double VehicleMillimeters = 17;

    private static readonly SheetPaper Paper = SheetPaper.Landscape;

    // A table for each number of vehicles that can stand side by side; the product takes what they leave free.
    private static readonly SheetColumns[] Tables = [.. Enumerable.Range(0, VehiclesPerTable + 1).Select(TableOf)];

    private static readonly string Style = SheetStyle.Of(Paper, Tables);

    private readonly PlannedDeliveries day;
    private readonly SheetText text;
    private readonly IReadOnlyList<GoodsLine> goods;
    private readonly List<(DeliveryRoute Route, Dictionary<ProductId, GoodsLine> Goods)> routes;

    private PickList(PlannedDeliveries day, SheetText text)
    {
        this.day = day;
        this.text = text;
        goods = StopGoods.Of(day, StopsOf(day.Plan.Routes));
        routes = [.. day.Plan.Routes.Select(route => (route, StopGoods.Of(day, StopsOf([route])).ToDictionary(line => line.Product)))];
    }

    public static SheetDocument Of(PlannedDeliveries day, SheetOptions options)
    {
        var list = new PickList(day, new SheetText(options.Language));
        var pages = new StringBuilder();
        list.AppendTo(pages);
        return SheetDocument.Of(list.text, $"{list.text.Plain(SheetWords.PickList)} {day.Distributor.Name} {SheetFigures.Date(day.Plan.Date)}", Style, pages);
    }

    private void AppendTo(StringBuilder pages)
    {
        var planned = Loads.Sum(day.Plan.Routes.SelectMany(route => route.Trips).Select(trip => trip.Load));
        var header = new SheetHeader(
            text, Paper, SheetWords.PickList, day.Plan.Id.Value, day.Plan,
            [
                (SheetWords.Date, SheetFigures.Date(day.Plan.Date)), (SheetWords.Region, text.Name(day.Region.Name)),
                (SheetWords.Depot, $"{day.Distributor.Name} {day.Distributor.DepotAddress}".TrimEnd()), (SheetWords.Load, SheetFigures.Load(text, planned)),
            ],
            code: null);
        var flow = new PageFlow(Paper, header.Millimeters, SheetHeader.RunningMillimeters);
        var listed = goods.Sum(line => line.Cases.Count);
        if (listed != planned.Cases.Count)
            flow.Add(SheetParts.Note(text, Paper, SheetWords.Differs(planned.Cases.Count, listed)));
        var first = 1;
        foreach (var side in routes.Chunk(VehiclesPerTable).DefaultIfEmpty([]))
        {
            AddTable(flow, side, first);
            first += side.Length;
        }

        flow.Add(SheetParts.Boxes(text, SheetWords.PickerSignature, SheetWords.WarehouseSignature, SheetWords.SupervisorSignature));
        flow.AppendTo(pages, header.Html);
    }

    private void AddTable(PageFlow flow, (DeliveryRoute Route, Dictionary<ProductId, GoodsLine> Goods)[] side, int first)
    {
        var table = Tables[side.Length];
        List<SheetBlock> rows =
        [
            .. goods.Select(line => table.Row([
                text.Name(line.Name), .. FiguresOf(line), .. side.Select(route => route.Goods.TryGetValue(line.Product, out var part) ? SheetFigures.Whole(part.Cases.Count) : ""),
            ])),
            TotalRow(table, SheetWords.Cases, line => line.Cases.Count, value => SheetFigures.Whole((int)value), 0, side),
            TotalRow(table, SheetWords.Kilograms, line => line.Mass.Grams, value => SheetFigures.Kilograms(new(value)), 1, side),
            TotalRow(table, SheetWords.CubicMeters, line => line.Volume.Millilitres, value => SheetFigures.CubicMeters(new(value)), 2, side),
        ];
        var title = routes.Count > VehiclesPerTable ? $"{first}–{first + side.Length - 1} / {routes.Count}" : text.Html(SheetWords.AllVehicles);
        flow.Add(
            SheetParts.Heading(title), SheetParts.Heading($"{title} {text.Html(SheetWords.Continued)}"), table,
            table.Head(text, [.. side.Select(route => LocalizedText.Same(day.Vehicles[route.Route.Vehicle].Plate))]), rows);
    }

    private SheetBlock TotalRow(
        SheetColumns table, LocalizedText unit, Func<GoodsLine, long> of, Func<long, string> write, int column, (DeliveryRoute Route, Dictionary<ProductId, GoodsLine> Goods)[] side)
    {
        var totals = new[] { "", "", "" };
        totals[column] = write(goods.Sum(of));
        return table.Row([$"{text.Plain(SheetWords.Total)} {text.Plain(unit)}", .. totals, .. side.Select(route => write(route.Goods.Values.Sum(of)))], rowClass: "total");
    }

    private static string[] FiguresOf(GoodsLine line) =>
        [SheetFigures.Whole(line.Cases.Count), SheetFigures.Kilograms(line.Mass), SheetFigures.CubicMeters(line.Volume)];

    private static IEnumerable<DeliveryStop> StopsOf(IEnumerable<DeliveryRoute> routes) => routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops);

    private static SheetColumns TableOf(int vehicles)
    {
        const double figures = 18 + 20 + 18;
        return new SheetColumns(
            $"pick{vehicles}",
            [
                new SheetColumn(SheetWords.Product, Paper.WidthMillimeters - figures - (vehicles * VehicleMillimeters)),
                new SheetColumn(SheetWords.Cases, 18, IsNumber: true), new SheetColumn(SheetWords.Kilograms, 20, IsNumber: true), new SheetColumn(SheetWords.CubicMeters, 18, IsNumber: true),
                .. Enumerable.Repeat(new SheetColumn(LocalizedText.Same(""), VehicleMillimeters, IsNumber: true), vehicles),
            ]);
    }
}
