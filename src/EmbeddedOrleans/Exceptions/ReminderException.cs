namespace Orleans.Runtime;

/// <summary>A reminder could not be registered, found or removed.</summary>
public class ReminderException : OrleansException
{
    public ReminderException()
        : this("Reminder error.")
    {
    }

    public ReminderException(string message)
        : base(message)
    {
    }

    public ReminderException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
