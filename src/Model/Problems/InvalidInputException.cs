namespace Territory.Model.Problems;

/// <summary>An input was refused; carries every problem found, never only the first.</summary>
public sealed class InvalidInputException : Exception
{
    public InvalidInputException(IReadOnlyList<Problem> problems)
        : base(problems.Count == 0 ? "The input was refused." : string.Join(Environment.NewLine, problems)) => Problems = problems;

    public InvalidInputException(Problem problem)
        : this([problem])
    {
    }

    public IReadOnlyList<Problem> Problems { get; }
}
