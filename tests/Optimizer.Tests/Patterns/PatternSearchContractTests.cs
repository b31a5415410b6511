using Territory.Optimizer.Patterns;

namespace Territory.Optimizer.Tests.Patterns;

public sealed class PatternSearchContractTests : PatternSolverContractTests
{
    protected override IPatternSolver Engine => new PatternSearch();

    protected override long Enough => 20_000;
}
