using Orleans.Runtime.Activations;
using Orleans.Runtime.Calls;
using Orleans.Runtime.Catalog;

namespace Orleans.Runtime.Workers;

/// <summary>The activations of a stateless grain: a call goes to an idle one, to a new one, or at the limit to the least loaded.</summary>
internal sealed class WorkerPool(Silo silo, GrainClass grainClass, GrainId grainId) : ICallTarget
{
    private readonly Lock _lock = new();
    private Activation[] _workers = [];

    internal IReadOnlyList<Activation> Workers => Volatile.Read(ref _workers);

    public bool TryAccept(Request request)
    {
        while (!silo.IsClosed)
        {
            if (Choose().TryAccept(request))
                return true;
        }

        return false;
    }

    internal void Remove(Activation worker)
    {
        lock (_lock)
            _workers = [.. _workers.Where(other => other != worker)];
    }

    private Activation Choose()
    {
        lock (_lock)
        {
            Activation? best = null;
            foreach (var worker in _workers)
            {
                if (worker.IsIdle && worker.Load == 0)
                    return worker;
                if (best is null || worker.Load < best.Load)
                    best = worker;
            }

            if (best is not null && _workers.Length >= grainClass.MaxWorkers)
                return best;

            var added = silo.NewActivation(grainClass, grainId);
            _workers = [.. _workers, added];
            return added;
        }
    }
}
