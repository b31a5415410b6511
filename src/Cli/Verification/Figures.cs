using System.Globalization;
using System.Text.Json.Nodes;
using Territory.Model.Problems;

namespace Territory.Cli.Verification;

/// <summary>Figures as a computation prints them, and the limits that several computations share.</summary>
internal static class Figures
{
    private const double MostRatio = 1e12;

    /// <summary>Ten significant digits: what is computed, without the noise of its last bits. Nothing where there is no number.</summary>
    public static JsonNode? Of(double value) => double.IsFinite(value)
        ? JsonValue.Create(double.Parse(value.ToString("G10", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        : null;

    public static JsonArray Of(IEnumerable<double> values) => new([.. values.Select(Of)]);

    /// <exception cref="InvalidInputException">One of the two weighs nothing beside the other.</exception>
    public static void RequireComparable(double holding, double shortage)
    {
        if (!(shortage / holding is >= 1 / MostRatio and <= MostRatio))
        {
            throw new InvalidInputException(new Problem(
                "verify.ratio", "The shortage cost must be between 1e-12 and 1e12 times the holding cost.", Field: "--shortage", Value: Text(shortage)));
        }
    }

    /// <exception cref="InvalidInputException">A computed size is beyond what the computation walks through.</exception>
    public static void RequireAtMost(double size, double most, string field, double value, string what)
    {
        if (!(size <= most))
            throw new InvalidInputException(new Problem("verify.too-large", string.Create(CultureInfo.InvariantCulture, $"{what} would be {size:G4} and may be at most {most:G}; count in larger units."), Field: field, Value: Text(value)));
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
