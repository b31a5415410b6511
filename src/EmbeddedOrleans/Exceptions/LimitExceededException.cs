namespace Orleans.Runtime;

/// <summary>A bounded queue is full; the caller should slow down and retry.</summary>
public class LimitExceededException : OrleansException
{
    public LimitExceededException()
        : this("Limit exceeded.")
    {
    }

    public LimitExceededException(string message)
        : base(message)
    {
    }

    public LimitExceededException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
