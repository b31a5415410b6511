namespace Orleans.Runtime;

/// <summary>The observer that was called is gone.</summary>
public class ClientNotAvailableException : OrleansException
{
    public ClientNotAvailableException()
        : this("No longer able to reach the client.")
    {
    }

    public ClientNotAvailableException(string message)
        : base(message)
    {
    }

    public ClientNotAvailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
