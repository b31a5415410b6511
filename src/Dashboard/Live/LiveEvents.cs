using System.Reflection;
using Territory.Contracts.Distributors;
using Territory.Contracts.Reps;
using Territory.Contracts.Terminals;
using Territory.Contracts.Vehicles;

namespace Territory.Dashboard.Live;

/// <summary>Which events change who and what there is, rather than how it stands.</summary>
internal static class LiveEvents
{
    private static readonly HashSet<string> Directory = new(
        new[]
        {
            typeof(TerminalRegistered), typeof(TerminalFileChanged), typeof(TerminalWithdrawn), typeof(RepRegistered), typeof(RepFileChanged),
            typeof(VehicleRegistered), typeof(VehicleFileChanged), typeof(DistributorRegistered),
        }.Select(type => type.GetCustomAttribute<AliasAttribute>()!.Alias),
        StringComparer.Ordinal);

    /// <param name="alias">The event's alias in the journal.</param>
    public static bool ChangesDirectory(string alias) => Directory.Contains(alias);
}
