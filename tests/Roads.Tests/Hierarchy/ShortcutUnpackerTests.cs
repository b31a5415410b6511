using Territory.Roads.Hierarchy;

namespace Territory.Roads.Tests.Hierarchy;

public sealed class ShortcutUnpackerTests
{
    /// <summary>A chain contracted from its beginning on, its first vertex last: the shortcut over all of it holds one over all but one, and so on.</summary>
    [Fact]
    public void Append_ShortcutsWithinShortcuts_NeedNoStackOfTheThread()
    {
        const int Count = 20_000;
        int[] order = [Count - 1, .. Enumerable.Range(0, Count - 1)];
        var hierarchy = RoadHierarchy.Prepare(ChainGraph.Through(order));
        var path = new List<int>();

        var thread = new Thread(() => new ShortcutUnpacker(hierarchy).Append(Count - 1, Count - 2, path), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        path.ShouldBe(order[1..]);
    }

    [Fact]
    public void Append_CostsOfAnotherGraph_SaySoInsteadOfInventingAWay()
    {
        var hierarchy = RoadHierarchy.Prepare(ChainGraph.Through(2, 0, 1));
        hierarchy.Weights.In[0]++;

        Should.Throw<InvalidOperationException>(() => new ShortcutUnpacker(hierarchy).Append(2, 1, []));
    }
}
