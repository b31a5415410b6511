using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime.Reminders;

namespace Orleans.Hosting;

/// <summary>Adds reminders to a silo.</summary>
public static class SiloBuilderReminderMemoryExtensions
{
    /// <summary>Reminders that are kept in memory, and so end with the process.</summary>
    public static ISiloBuilder UseInMemoryReminderService(this ISiloBuilder builder)
    {
        builder.Services.TryAddSingleton<ReminderTable>();
        return builder;
    }
}
