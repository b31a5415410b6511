using System.CommandLine.Parsing;
using System.Globalization;
using Territory.Simulation.Lab.Calibration;

namespace Territory.Cli.Scenarios;

/// <summary>A scenario's number and the range it may take: "rules.adoption.perCall=0.01..0.3", with ":log" where magnitudes are equally likely.</summary>
internal sealed record ParameterRange(string Path, double Low, double High, bool IsLogarithmic)
{
    public const string Form = "PATH=LOW..HIGH[:log]";

    public UnknownParameter Unknown => new(Path, IsLogarithmic ? new LogUniformPrior(Low, High) : new UniformPrior(Low, High));

    public static ParameterRange[]? ParseAll(ArgumentResult result)
    {
        var ranges = new List<ParameterRange>();
        foreach (var token in result.Tokens)
        {
            if (TryParse(token.Value, out var range))
                ranges.Add(range);
            else
                result.AddError($"\"{token.Value}\" is not of the form {Form}, low before high, above 0 for log.");
        }

        return [.. ranges];
    }

    private static bool TryParse(string text, out ParameterRange range)
    {
        range = new ParameterRange("", 0, 0, false);
        var isLogarithmic = text.EndsWith(":log", StringComparison.Ordinal);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var bounds = equals < 1 ? [] : text[(equals + 1)..(isLogarithmic ? ^4 : ^0)].Split("..");
        if (bounds.Length != 2 || !TryNumber(bounds[0], out var low) || !TryNumber(bounds[1], out var high) || low >= high || (isLogarithmic && low <= 0))
            return false;
        range = new ParameterRange(text[..equals], low, high, isLogarithmic);
        return true;
    }

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
