using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Sweep;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Tests.Lab.Sweep;

public sealed class PhiloxLanesTests
{
    /// <summary>The scalar generator meets the published vectors.</summary>
    [Fact]
    public void Block_AnyCounters_EqualsTheScalarGenerator()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 200; trial++)
        {
            var seed = (ulong)random.NextInt64(long.MinValue, long.MaxValue);
            uint[] c0 = [.. Enumerable.Range(0, 8).Select(_ => (uint)random.NextInt64())];
            var c1 = (uint)random.NextInt64();
            ulong[] entities = [.. Enumerable.Range(0, 8).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
            var lanes = PhiloxLanes.Block(
                seed, Vector512.Create<ulong>([.. c0.Select(word => (ulong)word)]), Vector512.Create((ulong)c1), Vector512.Create<ulong>(entities));
            for (var lane = 0; lane < 8; lane++)
            {
                var block = Philox4x32.Block(
                    new PhiloxBlock(c0[lane], c1, (uint)entities[lane], (uint)(entities[lane] >> 32)), (uint)seed, (uint)(seed >> 32));
                (lanes.First[lane], lanes.Second[lane]).ShouldBe((block.Low, block.High));
            }
        }
    }
}
