using Orleans.Runtime.Calls;

namespace Orleans.Runtime.References;

/// <summary>A call of a method that returns an asynchronous sequence. Generated classes derive from it. It is never posted itself.</summary>
internal abstract class EnumerableRequest<T>
{
    internal abstract MethodFacts Facts { get; }

    /// <summary>Generated: calls the interface method with the argument fields.</summary>
    internal abstract IAsyncEnumerable<T> Call(object target, CancellationToken cancellationToken);
}
