using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Solving;

public sealed class TerritoryContractTests : SolverContractTests
{
    protected override ISolver Engine => new TerritorySolver();

    protected override SolveOptions Enough => new() { Iterations = 1_000 };
}
