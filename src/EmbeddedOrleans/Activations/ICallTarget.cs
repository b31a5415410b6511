using Orleans.Runtime.Calls;

namespace Orleans.Runtime.Activations;

/// <summary>Where a reference sends its calls: an activation, or the workers of a stateless grain.</summary>
internal interface ICallTarget
{
    /// <summary>Queues the request; false when this target is gone and the directory must be asked again.</summary>
    /// <exception cref="LimitExceededException">The queue is full.</exception>
    bool TryAccept(Request request);
}
