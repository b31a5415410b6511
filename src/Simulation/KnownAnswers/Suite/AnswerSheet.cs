using Territory.Simulation.KnownAnswers.Statistics;

namespace Territory.Simulation.KnownAnswers.Suite;

/// <summary>Collects the answers of one row.</summary>
internal sealed class AnswerSheet(string row, string source)
{
    private readonly List<KnownAnswer> answers = [];

    public IReadOnlyList<KnownAnswer> Answers => answers;

    public AnswerSheet Add(string test, double expected, double got, double tolerance, string? from = null)
    {
        answers.Add(new KnownAnswer(row, test, expected, got, tolerance, from ?? source));
        return this;
    }

    /// <summary>A figure that must be met to the last bit, for example a count.</summary>
    public AnswerSheet Exact(string test, double expected, double got) => Add(test, expected, got, 0);

    /// <summary>A simulated figure: the expected value must lie in its interval, and where a tolerance is given within that too.</summary>
    public AnswerSheet Simulated(string test, double expected, Estimate got, double? tolerance = null)
    {
        answers.Add(new KnownAnswer(row, test, expected, got.Mean, tolerance ?? got.HalfWidth, source) { HalfWidth = got.HalfWidth });
        return this;
    }
}
