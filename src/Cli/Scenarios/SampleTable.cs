using System.Globalization;
using System.Text;
using Territory.Simulation.Lab.Calibration;

namespace Territory.Cli.Scenarios;

/// <summary>The parameter sets of a fit as CSV.</summary>
internal static class SampleTable
{
    public static string Of(Posterior posterior)
    {
        var text = new StringBuilder().AppendJoin(',', posterior.Parameters.Select(parameter => $"\"{parameter.Name}\"")).Append(",weight,distance\n");
        foreach (var set in posterior.Sample)
            text.AppendJoin(',', set.Parameters.Select(value => value.ToString("G9", CultureInfo.InvariantCulture))).Append(CultureInfo.InvariantCulture, $",{set.Weight:G9},{set.Distance:G9}\n");
        return text.ToString();
    }
}
