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

    public static void RequirePositive<T>(OptionResult result, Option<T> option) => Require(result, option, double.Epsilon, MostOfAnything);

    /// <summary>Refuses a number outside of a range, and what is no number at all (NaN). One that cannot be parsed the parser refuses.</summary>
    public static void Require<T>(OptionResult result, Option<T> option, double least, double most)
    {
        T? given;
        try
        {
            given = result.GetValue(option);
        }
        catch (InvalidOperationException)
        {
            // The parser has said so; asking for the value anyhow throws.
            return;
        }

        if (given is IConvertible value && !(value.ToDouble(CultureInfo.InvariantCulture) is var number && number >= least && number <= most))
            result.AddError(least == double.Epsilon ? $"{option.Name} must be positive and at most {most:F0}." : $"{option.Name} must be {least} to {most}.");
    }

    /// <summary>A cost without the noise of its last bits.</summary>
    public static double Rounded(double cost) => Math.Round(cost, CostDecimals);
}
