using System.Globalization;
using System.Text;
using Territory.Simulation.Lab.Scenarios.Runs;

namespace Territory.Cli.Scenarios;

/// <summary>The weeks of the scenario and its variants as CSV: one line a variant, region, measure and week, with its band.</summary>
internal static class WeekTable
{
    public static string Of(ScenarioResult result)
    {
        var text = new StringBuilder("variant,region,measure,week,mean,low,high\n");
        foreach (var variant in result.Variants.Prepend(result.Base))
        {
            foreach (var curve in variant.Curves)
            {
                for (var week = 0; week < curve.Mean.Count; week++)
                    text.Append(CultureInfo.InvariantCulture, $"{Quoted(variant.Name)},{Quoted(curve.Region)},{curve.Measure},{week + 1},{curve.Mean[week]:G9},{curve.Low[week]:G9},{curve.High[week]:G9}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A cell that a spreadsheet would run as a formula is kept as text.</summary>
    private static string Quoted(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@')
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
