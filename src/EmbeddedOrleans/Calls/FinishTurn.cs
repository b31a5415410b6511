using Orleans.Runtime.Activations;
using Orleans.Runtime.Scheduling;

namespace Orleans.Runtime.Calls;

/// <summary>Tells an activation that a request completed outside its turns. The request itself cannot: it is linked in the running list.</summary>
internal sealed class FinishTurn(Request request) : WorkItem
{
    internal override void Run(TurnQueue queue) => ((RequestHost)queue).Finish(request);
}
