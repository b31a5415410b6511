namespace Orleans.Runtime;

/// <summary>The activation that produced an asynchronous sequence is gone.</summary>
public sealed class EnumerationAbortedException : Exception
{
    public EnumerationAbortedException()
        : this("Enumeration aborted.")
    {
    }

    public EnumerationAbortedException(string message)
        : base(message)
    {
    }

    public EnumerationAbortedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
