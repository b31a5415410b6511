using Territory.Optimizer.LocalSearch;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class RelocateTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public void Delta_RandomRoutes_EqualsWalkingThem(int count, bool backwards) => OperatorProof.DeltaEqualsWalking(new Relocate(count, backwards));
}
