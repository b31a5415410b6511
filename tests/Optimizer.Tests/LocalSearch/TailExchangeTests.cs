using Territory.Optimizer.LocalSearch;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class TailExchangeTests
{
    [Fact]
    public void Delta_RandomRoutes_EqualsWalkingThem() => OperatorProof.DeltaEqualsWalking(default(TailExchange));
}
