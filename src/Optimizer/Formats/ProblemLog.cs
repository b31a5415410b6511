using System.Globalization;
using Territory.Model.Problems;

namespace Territory.Optimizer.Formats;

/// <summary>Collects what is wrong with one file; past a limit it only counts.</summary>
internal sealed class ProblemLog(string file)
{
    private const int MostKept = 200;
    private const int LongestValue = 40;

    private readonly List<Problem> problems = [];
    private int dropped;

    public bool IsEmpty => problems.Count == 0;

    public void Add(string code, string rule, int? line = null, string? field = null, string? value = null)
    {
        if (problems.Count == MostKept)
        {
            dropped++;
            return;
        }

        var shown = value is { Length: > LongestValue } ? value[..LongestValue] + "..." : value;
        problems.Add(new Problem(code, rule, file, line, field, shown));
    }

    /// <exception cref="InvalidInputException">Something was added.</exception>
    public void ThrowIfAny()
    {
        if (dropped > 0)
            problems.Add(new Problem("file.more", $"{dropped} more problems are not listed.", file));
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }

    public bool TryNumber(string text, int line, string field, double least, double most, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value >= least && value <= most)
            return true;
        Add("number.range", string.Create(CultureInfo.InvariantCulture, $"A number from {least} to {most} is needed."), line, field, text);
        value = least;
        return false;
    }

    public bool TryWhole(string text, int line, string field, long least, long most, out long value)
    {
        // Some published files write whole numbers with a decimal point.
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && number == Math.Floor(number))
        {
            value = (long)number;
            return true;
        }

        Add("number.whole", $"A whole number from {least} to {most} is needed.", line, field, text);
        value = least;
        return false;
    }
}
