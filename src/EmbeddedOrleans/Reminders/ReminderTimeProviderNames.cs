namespace Orleans.Reminders;

/// <summary>The key under which reminders look for a clock of their own.</summary>
public static class ReminderTimeProviderNames
{
    public const string Reminders = "Orleans.Reminders";
}
