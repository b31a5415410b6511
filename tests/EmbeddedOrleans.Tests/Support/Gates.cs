using System.Collections.Concurrent;

namespace Territory.EmbeddedOrleans.Tests.Support;

/// <summary>Points where grain code stops until the test lets it go on, and where the test waits for grain code. No test sleeps.</summary>
public sealed class Gates
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <summary>In a grain: says it is here.</summary>
    public void Reach(string name) => Of(name).Reach();

    /// <summary>In a grain: says it is here, and stays until the gate is opened.</summary>
    public Task Pass(string name)
    {
        Reach(name);
        return Of(name).Opened.Task.WaitAsync(Patience);
    }

    /// <summary>In a test: waits until grain code has been here a number of times.</summary>
    public Task Reached(string name, int times = 1) => Of(name).Reached(times).WaitAsync(Patience);

    /// <summary>In a test: lets everyone at the gate go on, now and later.</summary>
    public void Open(string name) => Of(name).Opened.TrySetResult();

    public int CountOf(string name) => Of(name).Count;

    private Gate Of(string name) => _gates.GetOrAdd(name, static _ => new Gate());

    private sealed class Gate
    {
        private readonly List<(int Times, TaskCompletionSource Done)> _waiting = [];

        internal int Count { get; private set; }

        internal TaskCompletionSource Opened { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void Reach()
        {
            lock (_waiting)
            {
                Count++;
                foreach (var (_, done) in _waiting.Where(waiter => waiter.Times <= Count))
                    done.TrySetResult();
            }
        }

        internal Task Reached(int times)
        {
            lock (_waiting)
            {
                var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (Count >= times)
                    done.TrySetResult();
                _waiting.Add((times, done));
                return done.Task;
            }
        }
    }
}
