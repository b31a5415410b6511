using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Runtime.Activations;
using Orleans.Runtime.Reminders;

namespace Orleans;

/// <summary>What a grain may ask of the reminders.</summary>
public static class GrainReminderExtensions
{
    /// <summary>
    /// Has the grain's ReceiveReminder called after the due time and then every period, in a new activation if need be. A reminder of the
    /// same name is replaced. The period is at least a minute.
    /// </summary>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this Grain grain, string reminderName, TimeSpan dueTime, TimeSpan period) =>
        RegisterOrUpdateReminder((IGrainBase)grain, reminderName, dueTime, period);

    /// <inheritdoc cref="RegisterOrUpdateReminder(Grain, string, TimeSpan, TimeSpan)"/>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(
        this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(grain);
        ArgumentException.ThrowIfNullOrWhiteSpace(reminderName);
        if (grain is not IRemindable)
            throw new InvalidOperationException($"Grain {grain.GrainContext.GrainId} is not {nameof(IRemindable)}; implement it to use reminders.");
        return Task.FromResult(Table(grain).Register(grain.GrainContext.GrainId, reminderName, dueTime, period));
    }

    public static Task UnregisterReminder(this Grain grain, IGrainReminder reminder) => UnregisterReminder((IGrainBase)grain, reminder);

    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        Table(grain).Unregister(grain.GrainContext.GrainId, reminder);
        return Task.CompletedTask;
    }

    public static Task<IGrainReminder?> GetReminder(this Grain grain, string reminderName) => GetReminder((IGrainBase)grain, reminderName);

    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName) =>
        Task.FromResult(Table(grain).Find(grain.GrainContext.GrainId, reminderName));

    public static Task<List<IGrainReminder>> GetReminders(this Grain grain) => GetReminders((IGrainBase)grain);

    public static Task<List<IGrainReminder>> GetReminders(this IGrainBase grain) =>
        Task.FromResult(Table(grain).Of(grain.GrainContext.GrainId));

    private static ReminderTable Table(IGrainBase grain) => ((Activation)grain.GrainContext).Silo.Services.GetService<ReminderTable>()
        ?? throw new InvalidOperationException("No reminder service is configured; call UseInMemoryReminderService on the silo builder.");
}
