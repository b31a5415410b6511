using Territory.Grains.Work;

namespace Territory.Grains.Tests.Work;

public sealed class SolverPoolTests
{
    [Fact]
    public async Task RunAsync_Work_RunsOnAThreadOfThePoolBelowNormalPriority()
    {
        using var pool = new SolverPool(new SolverPoolOptions { Threads = 1 }, TimeProvider.System);

        var (name, priority) = await pool.RunAsync(_ => (Thread.CurrentThread.Name, Thread.CurrentThread.Priority), CancellationToken.None);

        name.ShouldBe("solver 1");
        priority.ShouldBe(ThreadPriority.BelowNormal);
    }

    [Fact]
    public async Task RunAsync_MoreWorkThanThreads_RunsNoMoreThanThatAtOnce()
    {
        using var pool = new SolverPool(new SolverPoolOptions { Threads = 2, QueueLimit = 1 }, TimeProvider.System);
        var running = 0;
        var most = 0;
        using var barrier = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => pool.RunAsync(
            _ =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                barrier.SignalAndWait(TimeSpan.FromSeconds(30), CancellationToken.None).ShouldBeTrue();
                Interlocked.Decrement(ref running);
                return 0;
            },
            CancellationToken.None)));

        // The barrier lets nobody pass alone, so both threads were busy together; more there are not.
        most.ShouldBe(2);
    }

    [Fact]
    public async Task RunAsync_WorkThatThrows_GivesTheCallerTheFailure()
    {
        using var pool = new SolverPool(new SolverPoolOptions { Threads = 1 }, TimeProvider.System);

        await Should.ThrowAsync<FormatException>(() => pool.RunAsync<int>(_ => throw new FormatException("bad"), CancellationToken.None));
        (await pool.RunAsync(_ => 7, CancellationToken.None)).ShouldBe(7);
    }

    [Fact]
    public async Task RunAsync_CancelledWhileWaiting_NeverRuns()
    {
        using var pool = new SolverPool(new SolverPoolOptions { Threads = 1 }, TimeProvider.System);
        using var release = new ManualResetEventSlim();
        var first = pool.RunAsync(_ => release.Wait(TimeSpan.FromSeconds(30), CancellationToken.None), CancellationToken.None);
        using var cancelling = new CancellationTokenSource();
        var hasRun = false;
        var second = pool.RunAsync(_ => hasRun = true, cancelling.Token);

        await cancelling.CancelAsync();
        release.Set();

        await Should.ThrowAsync<OperationCanceledException>(() => second);
        (await first).ShouldBeTrue();
        hasRun.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Options_OutOfRange_AreRefused(int threads, int queue) =>
        Should.Throw<ArgumentException>(() => new SolverPool(new SolverPoolOptions { Threads = threads, QueueLimit = queue }, TimeProvider.System));

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value)
            Interlocked.CompareExchange(ref target, value, seen);
    }
}
