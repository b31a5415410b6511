using System.Globalization;

namespace Territory.Simulation.Lab.Setup;

/// <summary>Collects the problems of a setup: each question is one rule with its code.</summary>
internal sealed class LabFindings
{
    /// <summary>What is scaled to a mean or a sum of 1 means nothing beyond, and sums of it must stay finite.</summary>
    public const double MostFactor = 1e6;

    private readonly List<LabProblem> problems = [];

    public IReadOnlyList<LabProblem> Problems => problems;

    public void Add(string path, string code, params (string Name, string Value)[] parameters) =>
        problems.Add(new LabProblem(path, code, parameters.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal)));

    public void NotNegative(string path, double value)
    {
        if (!double.IsFinite(value))
            Add(path, "lab.not-finite", ("found", Text(value)));
        else if (value < 0)
            Add(path, "lab.negative", ("found", Text(value)));
    }

    public void Positive(string path, double value)
    {
        if (!double.IsFinite(value))
            Add(path, "lab.not-finite", ("found", Text(value)));
        else if (value <= 0)
            Add(path, "lab.not-positive", ("found", Text(value)));
    }

    public void Between(string path, double value, double least, double most)
    {
        if (!double.IsFinite(value))
            Add(path, "lab.not-finite", ("found", Text(value)));
        else if (value < least)
            Add(path, value < 0 && least >= 0 ? "lab.negative" : "lab.below", ("found", Text(value)), ("least", Text(least)));
        else if (value > most)
            Add(path, "lab.above", ("found", Text(value)), ("most", Text(most)));
    }

    /// <summary>Parts that are scaled to 1: each at least 0, not all 0.</summary>
    public void Chances(string path, IReadOnlyList<(string Name, double Value)> parts)
    {
        foreach (var (name, value) in parts)
            Between($"{path}.{name}", value, 0, MostFactor);
        if (parts.All(part => part.Value == 0))
            Add(path, "lab.all-zero", ("found", "0"));
    }

    /// <summary>A list of factors: so many, each at least 0, not all 0.</summary>
    public void Factors(string path, IReadOnlyList<double> factors, int count)
    {
        if (factors.Count != count)
            Add(path, "lab.column-length", ("found", Text(factors.Count)), ("expected", Text(count)));
        for (var index = 0; index < factors.Count; index++)
            Between($"{path}[{index}]", factors[index], 0, MostFactor);
        if (factors.Count == count && factors.All(factor => factor == 0))
            Add(path, "lab.all-zero", ("found", "0"));
    }

    public void Known(string path, string name, IReadOnlyList<string> names)
    {
        if (!names.Contains(name, StringComparer.Ordinal))
            Add(path, "lab.rule-unknown", ("found", name), ("known", string.Join(", ", names)));
    }

    public void Distinct(string path, IEnumerable<string> ids)
    {
        foreach (var twice in ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Add(path, "lab.duplicate", ("id", twice.Key));
    }

    public void Length(string path, int found, int expected)
    {
        if (found != expected)
            Add(path, "lab.column-length", ("found", Text(found)), ("expected", Text(expected)));
    }

    /// <summary>Every value of a column within bounds; the first that is not is named.</summary>
    public void Column(string path, ReadOnlySpan<double> values, double least, double most)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] >= least && values[row] <= most)
                continue;
            Between($"{path}[{Text(row)}]", values[row], least, most);
            return;
        }
    }

    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
