#if ORTOOLS
using Territory.Optimizer.OrTools;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Solving;

public sealed class OrToolsContractTests : SolverContractTests
{
    protected override ISolver Engine => new OrToolsSolver(TimeProvider.System);

    protected override SolveOptions Enough => new() { TimeLimit = TimeSpan.FromSeconds(0.3) };
}
#endif
