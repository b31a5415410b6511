using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Runtime.Silos;

/// <summary>Finds the clock of an area: the one under its key, else the silo's.</summary>
internal static class AreaClock
{
    internal static TimeProvider Of(IServiceProvider services, string area, TimeProvider ambient) =>
        services.GetKeyedService<TimeProvider>(area) ?? ambient;
}
