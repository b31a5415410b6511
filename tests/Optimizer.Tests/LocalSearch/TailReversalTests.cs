using Territory.Optimizer.LocalSearch;

namespace Territory.Optimizer.Tests.LocalSearch;

public sealed class TailReversalTests
{
    [Fact]
    public void Delta_RandomRoutesWithoutTimes_EqualsWalkingThem() => OperatorProof.DeltaEqualsWalking(default(TailReversal), TailReversal.Covers);
}
