namespace Orleans.Runtime.References;

/// <summary>A sequence produced by a grain: each enumeration calls the method anew, and each element is a turn of the grain.</summary>
internal sealed class GrainEnumerable<T>(GrainReference reference, EnumerableRequest<T> request, CancellationToken methodToken)
    : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new GrainEnumerator<T>(reference, request, methodToken, cancellationToken);
}
