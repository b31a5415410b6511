using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;
using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Model.Quantities;

namespace Territory.Dashboard.Exports;

/// <summary>The service-vehicle dispatch order (流动服务车辆派遣单): an A4 page or more a vehicle, in Chinese and English, with a QR code that names the order.</summary>
internal static class DispatchSheet
{
    private const string Style = """
        @page { size: A4 landscape; margin: 10mm; }
        * { box-sizing: border-box; }
        body { margin: 0; font: 9.5pt/1.35 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #111; }
        section { break-after: page; }
        section:last-of-type { break-after: auto; }
        h1 { font-size: 15pt; margin: 0; }
        h1 small { font-size: 9pt; font-weight: normal; color: #444; }
        header { display: flex; justify-content: space-between; align-items: flex-start; border-bottom: 1.5pt solid #111; padding-bottom: 2mm; }
        header svg { width: 24mm; height: 24mm; }
        dl { display: grid; grid-template-columns: repeat(5, auto 1fr); gap: 1mm 3mm; margin: 2mm 0; }
        dt { color: #444; } dd { margin: 0; font-weight: 600; }
        h2 { font-size: 10.5pt; margin: 3mm 0 1mm; break-after: avoid; }
        table { width: 100%; border-collapse: collapse; }
        th, td { border: 0.4pt solid #666; padding: 0.8mm 1.2mm; text-align: left; vertical-align: top; }
        th { background: #eee; font-weight: 600; font-size: 8.5pt; }
        tr { break-inside: avoid; } thead { display: table-header-group; }
        .n { text-align: right; white-space: nowrap; } .blank { min-width: 16mm; }
        footer { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2mm 3mm; margin-top: 3mm; break-inside: avoid; break-after: avoid; }
        footer div { border-bottom: 0.4pt solid #111; height: 9mm; font-size: 8.5pt; color: #444; }
        .source { font-size: 7.5pt; color: #555; margin-top: 2mm; }
        """ + StraightLineWarning.Style;

    public static string Of(DeliveryPlan plan, PlanParties parties)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
            .Append(Text($"派遣单 {parties.Distributor.Name} {plan.Date:yyyy-MM-dd}")).Append("</title><style>").Append(Style).Append("</style></head><body>");
        foreach (var route in plan.Routes)
            Vehicle(html, plan, parties, route);
        if (plan.Unserved.Count > 0)
            Unserved(html, plan, parties);
        return html.Append("</body></html>").ToString();
    }

    private static void Vehicle(StringBuilder html, DeliveryPlan plan, PlanParties parties, DeliveryRoute route)
    {
        var vehicle = parties.Vehicles[route.Vehicle];
        var number = $"{plan.Id.Value}-{vehicle.Id.Value}";
        html.Append("<section><header><div><h1>流动服务车辆派遣单 <small>Service-vehicle dispatch order</small></h1><div>")
            .Append(Text($"单号 No. {number}　版本 Version {plan.Version}　状态 Status {Status(plan.Status)}")).Append("</div></div>")
            .Append(QrCode(number)).Append("</header><dl>");
        Field(html, "日期 Date", plan.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field(html, "区域 Region", parties.Region.Name.Zh);
        Field(html, "仓库 Depot", $"{parties.Distributor.Name} {parties.Distributor.DepotAddress}");
        Field(html, "车牌 Plate", vehicle.Plate);
        Field(html, "车型 Type", vehicle.Type);
        Field(html, "司机 Driver", vehicle.DriverName ?? "");
        Field(html, "载重 Capacity", $"{vehicle.Capacity.Cases.Count} 箱 · {vehicle.Capacity.Mass.Kilograms:0} kg · {vehicle.Capacity.Volume.CubicMeters:0.0} m³");
        Field(html, "出发 Departure", route.Trips.Count > 0 ? Clock(route.Trips[0].Departure) : "");
        Field(html, "返回 Return", route.Trips.Count > 0 ? Clock(route.Trips[^1].Return) : "");
        Field(html, "计划里程 Distance", $"{route.Distance.Kilometers:0.0} km");
        html.Append("</dl>");
        StraightLineWarning.Append(html, plan.Provenance);
        foreach (var (index, trip) in route.Trips.Index())
            Trip(html, parties, vehicle.Capacity.Cases, index, trip);
        html.Append("<footer><div>实际里程 Actual km</div><div>油费/过路费 Fuel, tolls</div><div>回库商品核对 Returned goods</div><div>现金核对 Cash</div>")
            .Append("<div>司机签字 Driver</div><div>仓管签字 Warehouse</div><div>主管签字 Supervisor</div><div>归档 Filed</div></footer>");
        Source(html, plan, parties);
        html.Append("</section>");
    }

    private static void Trip(StringBuilder html, PlanParties parties, Cases capacity, int index, DeliveryTrip trip)
    {
        var share = capacity.Count == 0 ? 0 : 100.0 * trip.Load.Cases.Count / capacity.Count;
        html.Append("<h2>").Append(Text(string.Create(
            CultureInfo.InvariantCulture,
            $"第 {index + 1} 趟 Trip {index + 1}：{Clock(trip.Departure)}–{Clock(trip.Return)}，{trip.Load.Cases.Count} 箱 cases · {trip.Load.Mass.Kilograms:0} kg · {trip.Load.Volume.CubicMeters:0.0} m³ · {share:0} %，{trip.Distance.Kilometers:0.0} km")))
            .Append("</h2><table><thead><tr><th>序 #</th><th>终端 Outlet</th><th>地址 · 电话 Address · phone</th><th>计划到达<br>Planned</th><th>任务 Task · SKU×箱 cases</th><th>应收<br>Due</th>")
            .Append("<th class=\"blank\">到/离<br>In / out</th><th class=\"blank\">实送<br>Delivered</th><th class=\"blank\">实收<br>Paid</th><th class=\"blank\">拒收原因<br>Refused</th><th class=\"blank\">店主签字<br>Signature</th></tr></thead><tbody>");
        foreach (var (sequence, stop) in trip.Stops.Index())
            Stop(html, parties, sequence, stop);
        html.Append("</tbody></table>");
    }

    private static void Stop(StringBuilder html, PlanParties parties, int sequence, DeliveryStop stop)
    {
        var terminal = parties.Terminals[stop.Terminal];
        var lines = stop.Orders.Where(parties.Orders.ContainsKey).SelectMany(order => parties.Orders[order].Lines)
            .GroupBy(line => line.Product)
            .Select(group => (Product: group.Key, Cases: group.Sum(line => line.Cases.Count)))
            .ToList();
        var due = lines.Sum(line => parties.Products.TryGetValue(line.Product, out var product) ? product.Prices.TerminalPerCase.MinorUnits * line.Cases : 0);
        var goods = string.Join("；", lines.Select(line => $"{(parties.Products.TryGetValue(line.Product, out var product) ? product.Name.Zh : line.Product.Value)}×{line.Cases}"));
        html.Append("<tr><td class=\"n\">").Append(sequence + 1).Append("</td><td>")
            .Append(Text($"{terminal.Id} {terminal.Name}（{terminal.Class}）")).Append("</td><td>").Append(Text($"{terminal.Address} {terminal.Owner} {terminal.Phone}"))
            .Append("</td><td class=\"n\">").Append(Text(Clock(stop.Arrival))).Append("<br>").Append(Text($"{stop.Window}"))
            .Append("</td><td>").Append(Text($"送货 Deliver {stop.Load.Cases.Count}：{goods}")).Append("</td><td class=\"n\">").Append(Text(Major(due, parties.Region.Currency)))
            .Append("</td><td></td><td></td><td></td><td></td><td></td></tr>");
    }

    private static void Unserved(StringBuilder html, DeliveryPlan plan, PlanParties parties)
    {
        html.Append("<section><h1>未安排 <small>Unserved</small></h1><table><thead><tr><th>终端 Outlet</th><th>地址 Address</th><th>订单 Orders</th><th>原因 Reason</th></tr></thead><tbody>");
        foreach (var unserved in plan.Unserved)
        {
            var terminal = parties.Terminals[unserved.Terminal];
            html.Append("<tr><td>").Append(Text($"{terminal.Id} {terminal.Name}")).Append("</td><td>").Append(Text(terminal.Address ?? "")).Append("</td><td>")
                .Append(Text(string.Join(", ", unserved.Orders))).Append("</td><td>").Append(Text(UnservedWords.Of(unserved.Reason))).Append("</td></tr>");
        }

        html.Append("</tbody></table>");
        Source(html, plan, parties);
        html.Append("</section>");
    }

    private static void Source(StringBuilder html, DeliveryPlan plan, PlanParties parties) => html.Append("<p class=\"source\">")
        .Append(Text($"{plan.Provenance.Engine} · seed {plan.Provenance.Seed} · iterations {plan.Provenance.Iterations} · threads {plan.Provenance.Threads} · {plan.Provenance.TravelTimes} · journal {plan.Provenance.JournalPosition} · {parties.Region.MapAttribution}"))
        .Append("</p>");

    // Drivers read minutes; the part of a minute that is cut off is never late.
    private static string Clock(TimeOfDay time) => new TimeOfDay(time.Seconds / 60 * 60).ToString();

    private static string Status(PlanStatus status) => status switch
    {
        PlanStatus.Published => "已发布 published",
        PlanStatus.Discarded => "已作废 discarded",
        _ => "草案 proposed",
    };

    private static string Major(long minorUnits, string currency) => string.Create(CultureInfo.InvariantCulture, $"{(currency == "CNY" ? "¥" : currency + " ")}{minorUnits / 100.0:0.00}");

    private static void Field(StringBuilder html, string name, string value) =>
        html.Append("<dt>").Append(Text(name)).Append("</dt><dd>").Append(Text(value)).Append("</dd>");

    private static string QrCode(string content)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4);
    }

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
