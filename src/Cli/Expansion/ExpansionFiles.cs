using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Cli.Files;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Waves;

namespace Territory.Cli.Expansion;

/// <summary>Writes a plan as plan.json, and its waves, cash and coverage as CSV.</summary>
internal static class ExpansionFiles
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Excel reads a CSV as UTF-8 only behind a byte order mark.</summary>
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static void Write(string directory, ExpansionScenario scenario, ExpansionStudy study, ExpansionPlan plan, JsonObject report)
    {
        OutputFile.Write("plan.json", directory, path => File.WriteAllText(path, report.ToJsonString(Indented)));
        OutputFile.Write("waves.csv", directory, path => File.WriteAllText(path, Waves(scenario, study, plan), WithMark));
        OutputFile.Write("cash.csv", directory, path => File.WriteAllText(path, Bands(scenario, plan.Cash, 100, 2, FormattableString.Invariant($",{scenario.Resources.Cash.Limit}"), ",limit"), WithMark));
        OutputFile.Write("coverage.csv", directory, path => File.WriteAllText(path, Bands(scenario, plan.Coverage, 1, 5, "", ""), WithMark));
    }

    private static string Waves(ExpansionScenario scenario, ExpansionStudy study, ExpansionPlan plan)
    {
        var unit = scenario.Objective.Goal == ExpansionGoal.NetPresentValue ? 100 : -1000;
        var text = new StringBuilder("wave,region,name,week,date,level,reps,vehicles,staffing_ratio,value,weeks_to_leadership,leadership_share\r\n");
        foreach (var start in plan.Starts)
        {
            var name = study.Regions.First(region => region.Region.Id == start.Region).Region.Name;
            text.Append(CultureInfo.InvariantCulture, $"{start.Wave},{Text(start.Region)},{Text(name)},{start.Week},{Date(scenario, start.Week)},{Text(start.Level)},{start.Reps},{start.Vehicles},{start.StaffingRatio:F3},{start.Value / unit:F2},{start.WeeksToLeadership:F2},{start.LeadershipShare:F4}\r\n");
        }

        return text.ToString();
    }

    private static string Bands(ExpansionScenario scenario, IReadOnlyList<WeekBand> bands, double unit, int decimals, string tail, string tailHeader)
    {
        var text = new StringBuilder($"week,date,mean,low,high{tailHeader}\r\n");
        foreach (var band in bands)
        {
            text.Append(CultureInfo.InvariantCulture, $"{band.Week},{Date(scenario, band.Week)},{Math.Round(band.Mean / unit, decimals)},{Math.Round(band.Low / unit, decimals)},{Math.Round(band.High / unit, decimals)}{tail}\r\n");
        }

        return text.ToString();
    }

    private static string Date(ExpansionScenario scenario, int week) => scenario.FirstWeek?.AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A cell that a spreadsheet would run as a formula is kept as text.</summary>
    private static string Text(string cell)
    {
        if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@')
            cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
