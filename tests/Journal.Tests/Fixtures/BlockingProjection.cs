using Territory.Journal.Sql;

namespace Territory.Journal.Tests.Fixtures;

/// <summary>Holds the writer inside its first event until it is released.</summary>
internal sealed class BlockingProjection : IProjection
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _released = new();

    public string Name => "blocking";

    public int Version => 1;

    public IReadOnlyList<string> Tables => [];

    public Task Entered => _entered.Task;

    public void Release() => _released.Set();

    public void CreateTables(IProjectionConnection connection)
    {
    }

    public void Apply(JournalEntry entry, IProjectionConnection connection)
    {
        _entered.TrySetResult();
        _released.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }
}
