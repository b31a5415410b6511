using Orleans.Runtime.Scheduling;

namespace Orleans.Runtime.Activations;

/// <summary>Something the runtime has to do inside a host's turn.</summary>
internal sealed class HostTurn(Action<RequestHost> action) : WorkItem
{
    internal override void Run(TurnQueue queue) => action((RequestHost)queue);
}
