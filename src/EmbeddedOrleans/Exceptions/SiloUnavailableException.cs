namespace Orleans.Runtime;

/// <summary>The silo is stopping, has stopped, or was never there. The outcome of the call is unknown: retry with the same command id.</summary>
public class SiloUnavailableException : OrleansMessageRejectionException
{
    public SiloUnavailableException()
        : this("Silo unavailable.")
    {
    }

    public SiloUnavailableException(string message)
        : base(message)
    {
    }

    public SiloUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
