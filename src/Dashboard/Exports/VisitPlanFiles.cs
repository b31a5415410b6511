using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Territory.Contracts.Serialization;
using Territory.Dashboard.Exports.Maps;
using Territory.Dashboard.Exports.Sheets;
using Territory.Dashboard.Exports.Tables;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.Model.Terminals;

namespace Territory.Dashboard.Exports;

/// <summary>Writes a rep's visit list as files: JSON as the API gives it, GeoJSON, CSV, and a printable A4 list.</summary>
public static class VisitPlanFiles
{
    private const string Style = """
        @page { size: A4; margin: 12mm; }
        body { margin: 0; font: 10pt/1.4 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #111; }
        h1 { font-size: 15pt; margin: 0 0 2mm; } h1 small { font-size: 9pt; font-weight: normal; color: #444; }
        table { width: 100%; border-collapse: collapse; } th, td { border: 0.4pt solid #666; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
        th { background: #eee; font-size: 9pt; } tr { break-inside: avoid; } thead { display: table-header-group; } .source { font-size: 7.5pt; color: #555; }
        """ + StraightLineWarning.Style;

    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Write(
        VisitPlan plan, Region region, RepFile rep, IReadOnlyDictionary<TerminalId, TerminalFile> terminals, string directory) => PlanFiles.Write(
        directory,
        $"visits-{plan.Rep.Value}-{plan.Date:yyyy-MM-dd}-v{plan.Version}",
        PlanFiles.Json(JsonSerializer.Serialize(plan, EventJsonContext.Default.VisitPlan)),
        PlanFiles.GeoJson(VisitGeoJson.Of(plan, terminals)),
        PlanFiles.Csv(Csv(plan, terminals)),
        PlanFiles.Page(".html", Html(plan, region, rep, terminals)));

    private static string Csv(VisitPlan plan, IReadOnlyDictionary<TerminalId, TerminalFile> terminals)
    {
        var table = new CsvText(["date", "rep", "sequence", "terminal", "name", "class", "address", "arrival", "departure", "due_on", "purpose"]);
        foreach (var (sequence, visit) in plan.Visits.Index())
        {
            var terminal = terminals[visit.Terminal];
            table.Row([
                Day(plan.Date), plan.Rep.Value, CsvText.Number(sequence + 1), terminal.Id.Value, terminal.Name, terminal.Class.ToString(), terminal.Address ?? "",
                visit.Arrival.ToString(), visit.Departure.ToString(), Day(visit.DueOn), visit.Purpose.ToString(),
            ]);
        }

        return table.ToString();
    }

    private static string Html(VisitPlan plan, Region region, RepFile rep, IReadOnlyDictionary<TerminalId, TerminalFile> terminals)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>").Append(Text($"拜访清单 {rep.Name} {Day(plan.Date)}"))
            .Append("</title><style>").Append(Style).Append("</style></head><body><h1>拜访清单 <small>Visit list</small></h1><p>")
            .Append(Text($"{region.Name.Zh} · {rep.Id} {rep.Name} · {Day(plan.Date)} · {plan.Start}–{plan.End} · {plan.Distance.Kilometers.ToString("0.0", CultureInfo.InvariantCulture)} km · 版本 version {plan.Version}")).Append("</p>");
        StraightLineWarning.Append(html, plan.Provenance);
        html.Append("<table><thead><tr><th>序 #</th><th>到达 Arrival</th><th>终端 Outlet</th><th>地址 · 电话 Address · phone</th><th>级别 Class</th><th>最迟 Due</th><th>库存 · 订单 · 备注 Stock · order · note</th></tr></thead><tbody>");
        foreach (var (sequence, visit) in plan.Visits.Index())
        {
            var terminal = terminals[visit.Terminal];
            html.Append("<tr><td>").Append(sequence + 1).Append("</td><td>").Append(Text(visit.Arrival.ToString())).Append("</td><td>").Append(Text($"{terminal.Id} {terminal.Name}"))
                .Append("</td><td>").Append(Text($"{terminal.Address} {terminal.Owner} {terminal.Phone}")).Append("</td><td>").Append(terminal.Class).Append("</td><td>").Append(Text(Day(visit.DueOn)))
                .Append("</td><td></td></tr>");
        }

        return html.Append("</tbody></table><p class=\"source\">")
            .Append(Text($"{plan.Provenance.Engine} · seed {plan.Provenance.Seed} · iterations {plan.Provenance.Iterations} · {plan.Provenance.TravelTimes} · journal {plan.Provenance.JournalPosition} · {region.MapAttribution}"))
            .Append("</p></body></html>").ToString();
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
