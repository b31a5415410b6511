namespace Territory.Roads.Providers.Services;

/// <summary>A routing service gave no usable answer: it was unreachable, refused, or answered something else than a matrix. Says which and at what address, never the key.</summary>
public sealed class MatrixServiceException(MatrixFailure failure, string message) : Exception(message)
{
    public MatrixFailure Failure { get; } = failure;
}
