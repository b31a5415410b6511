namespace Territory.Roads.Providers.Osrm;

/// <summary>A routing service gave no usable answer: it was unreachable, refused, or answered something else than a table. Says which and at what address.</summary>
public sealed class MatrixServiceException(string message, Exception? innerException = null) : Exception(message, innerException);
