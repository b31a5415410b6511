using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Territory.Cli.Verification;

/// <summary>Required options of a computation: finite numbers within a rule, read the same in every culture.</summary>
internal static class NumberOption
{
    /// <summary>What is further from 0, or nearer to it, is a slip of the keyboard and would overflow on its way.</summary>
    private const double Largest = 1e12;
    private const double Smallest = 1e-12;

    public static Option<double> Any(string name, string description) =>
        Create(name, description, value => Math.Abs(value) <= Largest, "must be a number between -1e12 and 1e12");

    public static Option<double> Positive(string name, string description) =>
        Create(name, description, IsPositive, "must be above 0, between 1e-12 and 1e12");

    public static Option<double> NotNegative(string name, string description) =>
        Create(name, description, value => value is >= 0 and <= Largest, "must not be negative, and at most 1e12");

    public static Option<double> Within(string name, string description, double least, double most) =>
        Create(name, description, value => value >= least && value <= most, $"must be {least:G} to {most:G}");

    /// <summary>Between two ends that are not allowed themselves.</summary>
    public static Option<double> Between(string name, string description, double above, double below) =>
        Create(name, description, value => value > above && value < below, $"must be above {above:G} and below {below:G}");

    public static Option<int> Whole(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        Required = true,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = TextOf(result);
            if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                return value;
            result.AddError($"{name} must be a whole number, {least} to {most} (found \"{text}\").");
            return default;
        },
    };

    /// <summary>Numbers separated by commas.</summary>
    /// <param name="most">How many there may be.</param>
    public static Option<double[]> List(string name, string description, bool allowsZero, int most) => new(name)
    {
        Description = description,
        Required = true,
        HelpName = "a,b,c",
        CustomParser = result =>
        {
            var text = TextOf(result);
            var parts = text.Split(',', StringSplitOptions.TrimEntries);
            var values = new double[parts.Length];
            for (var index = 0; index < parts.Length; index++)
            {
                if (!TryNumber(parts[index], out values[index]) || !(IsPositive(values[index]) || (allowsZero && values[index] == 0)))
                    result.AddError($"{name}, number {index + 1}: must {(allowsZero ? "not be negative" : "be above 0")} (found \"{parts[index]}\").");
            }

            if (parts.Length > most)
                result.AddError($"{name} may have at most {most} numbers (found {parts.Length}).");
            return values;
        },
    };

    /// <summary>Lets a computation do without the option.</summary>
    public static Option<T> OrNone<T>(this Option<T> option)
    {
        option.Required = false;
        return option;
    }

    /// <summary>The value of an option that was given and could be read, so that a rule about several can be looked at.</summary>
    public static bool TryRead<T>(this CommandResult result, Option<T> option, out T value)
        where T : notnull
    {
        value = default!;
        if (result.GetResult(option) is null)
            return false;
        try
        {
            value = result.GetValue(option)!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The parser has said what is wrong with it; asking for the value anyhow throws.
            return false;
        }
    }

    public static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static Option<double> Create(string name, string description, Func<double, bool> isAllowed, string rule) => new(name)
    {
        Description = description,
        Required = true,
        HelpName = "NUMBER",
        CustomParser = result =>
        {
            var text = TextOf(result);
            if (TryNumber(text, out var value) && isAllowed(value))
                return value;
            result.AddError($"{name} {rule} (found \"{text}\").");
            return default;
        },
    };

    private static bool IsPositive(double value) => value is >= Smallest and <= Largest;

    private static string TextOf(ArgumentResult result) => string.Join(' ', result.Tokens.Select(token => token.Value));
}
