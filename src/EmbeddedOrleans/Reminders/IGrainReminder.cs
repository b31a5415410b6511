namespace Orleans.Runtime;

/// <summary>A reminder that is registered.</summary>
public interface IGrainReminder
{
    string ReminderName { get; }
}
