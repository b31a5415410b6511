namespace Orleans.Runtime;

/// <summary>The application cannot start as it is configured or written; the message lists everything that is wrong.</summary>
public class OrleansConfigurationException : Exception
{
    public OrleansConfigurationException()
        : this("Configuration error.")
    {
    }

    public OrleansConfigurationException(string message)
        : base(message)
    {
    }

    public OrleansConfigurationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
