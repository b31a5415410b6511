using System.Globalization;
using System.Xml.Linq;
using Territory.Dashboard.Exports.Sheets;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Exports.Sheets;

/// <summary>What the warehouse gets, summed up by hand from the paper and compared with the plan's own loads, and with the closed form of <see cref="DeliverySample"/>.</summary>
public sealed class WarehouseListTests
{
    private static readonly PlannedDeliveries Day = DeliverySample.Of([20, 9], [7], [30]);

    [Fact]
    public void LoadList_OfATrip_BeginsWithTheLastStop()
    {
        var rows = Read(LoadList.Of(DeliverySample.Of([12]), new SheetOptions())).Rows("load");

        rows.SkipLast(1).Select(row => (row[0], row[1], row[2])).ShouldBe([.. Enumerable.Range(1, 12).Select(loading => ($"{loading}", $"{13 - loading}", NameOf(13 - loading)))]);
        // Stop 10 is the third to be loaded: 2 of P1, 2 of P2, 1 of P3.
        rows[2][3].ShouldBe("冰红茶 500ml×15 × 2 无糖茉莉花茶 550ml×15 促销装 × 2 矿泉水 550ml×24 × 1");
        rows[2][4].ShouldBe("5");
    }

    [Fact]
    public void LoadLists_OfAPlan_AddUpToItsTrips()
    {
        var sheet = Read(LoadList.Of(Day, new SheetOptions()));

        var trips = Day.Plan.Routes.SelectMany(route => route.Trips).ToList();
        var rows = sheet.Rows("load").ToLookup(row => row[2].StartsWith("合计", StringComparison.Ordinal));
        var totals = rows[true].ToList();
        totals.Select(row => Number(row[4])).ShouldBe(trips.Select(trip => (double)trip.Load.Cases.Count));
        totals.Select(row => Number(row[5])).ShouldBe(trips.Select(trip => trip.Load.Mass.Kilograms));
        rows[false].Sum(row => Number(row[4])).ShouldBe(Enumerable.Range(1, 66).Sum(DeliverySample.CasesOf));
        var goods = sheet.Rows("goods");
        goods.Where(row => row[0].StartsWith("合计", StringComparison.Ordinal)).Select(row => Number(row[1])).ShouldBe(trips.Select(trip => (double)trip.Load.Cases.Count));
        goods.Where(row => !row[0].StartsWith("合计", StringComparison.Ordinal)).Sum(row => Number(row[2])).ShouldBe(trips.Sum(trip => trip.Load.Mass.Kilograms), 0.001);
    }

    [Fact]
    public void PickList_OfADay_AddsUpByProductAndByVehicle()
    {
        var rows = Read(PickList.Of(Day, new SheetOptions())).Rows("pick3");

        // Brute force over the orders: P1 is n % 3 + 1 cases, P2 two at every second stop, P3 one at every fifth.
        var stops = Enumerable.Range(1, 66).ToList();
        rows.Select(row => row[0]).ShouldBe(["冰红茶 500ml×15", "无糖茉莉花茶 550ml×15 促销装", "矿泉水 550ml×24", "合计 Total 箱 Cases", "合计 Total kg", "合计 Total m³"]);
        rows.Take(3).Select(row => Number(row[1])).ShouldBe([stops.Sum(n => (n % 3) + 1), stops.Count(n => n % 2 == 0) * 2, stops.Count(n => n % 5 == 0)]);
        for (var product = 0; product < 3; product++)
            rows[product].Skip(4).Sum(Number).ShouldBe(Number(rows[product][1]));
        rows[3].Skip(4).Select(Number).ShouldBe(Day.Plan.Routes.Select(route => (double)route.Trips.Sum(trip => trip.Load.Cases.Count)));
        rows[4].Skip(4).Select(Number).ShouldBe(Day.Plan.Routes.Select(route => route.Trips.Sum(trip => trip.Load.Mass.Kilograms)));
        Number(rows[3][1]).ShouldBe(Day.Plan.Routes.SelectMany(route => route.Trips).Sum(trip => trip.Load.Cases.Count));
        Number(rows[4][2]).ShouldBe(Day.Plan.Routes.SelectMany(route => route.Trips).Sum(trip => trip.Load.Mass.Kilograms));
        Number(rows[5][3]).ShouldBe(Day.Plan.Routes.SelectMany(route => route.Trips).Sum(trip => trip.Load.Volume.CubicMeters), 0.005);
    }

    [Fact]
    public void PickList_OfMoreVehiclesThanFitSideBySide_GoesOnInAnotherTable()
    {
        var day = DeliverySample.Of([.. Enumerable.Repeat(new[] { 2 }, 13)]);

        var sheet = Read(PickList.Of(day, new SheetOptions()));

        sheet.Pages.Descendants("table").Select(PrintedSheet.Class).ShouldBe(["pick10", "pick3"]);
        sheet.Rows("pick10")[0].Skip(4).Concat(sheet.Rows("pick3")[0].Skip(4)).Sum(Number).ShouldBe(Enumerable.Range(1, 26).Sum(n => (n % 3) + 1));
    }

    [Fact]
    public void Lists_AfterAnOrderIsCancelled_LeaveItsGoodsInTheWarehouseAndSaySo()
    {
        var day = DeliverySample.Of([3]);
        var order = day.Plan.Routes[0].Trips[0].Stops[1].Orders[0];
        day = day with { Orders = day.Orders.ToDictionary(pair => pair.Key, pair => pair.Key == order ? pair.Value with { State = PlannedOrderState.Cancelled } : pair.Value) };

        // The plan has 2 + 5 + 1 cases; without the second stop's there are three.
        Read(PickList.Of(day, new SheetOptions())).Rows("pick1")[0][1].ShouldBe("3");
        PrintedSheet.Text(Read(PickList.Of(day, new SheetOptions())).Pages[0]).ShouldContain("计划 8 箱，明细 3 箱");
        Read(LoadList.Of(day, new SheetOptions())).Rows("load")[1][3].ShouldContain("计划 5 箱，明细 0 箱");
        Read(DispatchSheet.Of(day, new SheetOptions())).Rows("stops")[1][6].ShouldContain("O2 订单已取消");
    }

    private static string NameOf(int stop) => $"{(stop % 7 == 0 ? $"怀远县城关镇第{stop}供销合作社惠民生活超市（禹王路店）" : $"老王小店{stop}")} HY-{stop:0000}";

    private static double Number(string cell) => cell.Length == 0 ? 0 : double.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static PrintedSheet Read(SheetDocument document) => PrintedSheet.Read(document);
}
