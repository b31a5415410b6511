#if ORTOOLS
using Territory.Optimizer.OrTools;
using Territory.Optimizer.Patterns;

namespace Territory.Optimizer.Tests.Patterns;

public sealed class CpSatPatternContractTests : PatternSolverContractTests
{
    protected override IPatternSolver Engine => new CpSatPatternSolver();

    protected override long Enough => 1_000_000;
}
#endif
