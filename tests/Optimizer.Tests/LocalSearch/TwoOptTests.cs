using Territory.Optimizer.LocalSearch;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class TwoOptTests
{
    [Fact]
    public void Delta_RandomRoutes_EqualsWalkingThem() => OperatorProof.DeltaEqualsWalking(default(TwoOpt));
}
