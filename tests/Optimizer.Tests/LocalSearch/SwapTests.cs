using Territory.Optimizer.LocalSearch;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class SwapTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    public void Delta_RandomRoutes_EqualsWalkingThem(int countU, int countV) => OperatorProof.DeltaEqualsWalking(new Swap(countU, countV));
}
