using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Territory.Cli.Commands;

/// <summary>Argument values and results that several commands share.</summary>
internal static class Arguments
{
    private const int CostDecimals = 6;

    /// <summary>More seconds, iterations or threads than anybody waits for; what is beyond it would overflow on its way.</summary>
    private const double MostOfAnything = 1e11;

    public static bool TryDegrees(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    public static void RequirePositive<T>(OptionResult result, Option<T> option)
    {
        if (result.GetValue(option) is IConvertible value && value.ToDouble(CultureInfo.InvariantCulture) is not (> 0 and <= MostOfAnything))
            result.AddError($"{option.Name} must be positive and at most {MostOfAnything:F0}.");
    }

    /// <summary>A cost without the noise of its last bits.</summary>
    public static double Rounded(double cost) => Math.Round(cost, CostDecimals);
}
