using Territory.Grains.Work;
using Territory.Roads.Matrices;

namespace Territory.Silo;

/// <summary>Where a silo keeps its territory and how much of the machine it may use. Checked when the silo is built.</summary>
public sealed record SiloSettings
{
    public const string JournalName = "journal.db";

    /// <summary>Holds journal, identity and region files; made where it does not exist.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Travel figures for regions without a road network; null: such regions cannot be planned.</summary>
    public IMatrixProvider? TravelWithoutRoads { get; init; }

    /// <summary>Solves that run at the same time.</summary>
    public SolverPoolOptions Solvers { get; init; } = new();

    /// <summary>With less left on the disk of the data directory the silo is unhealthy. The journal's log grows to 64 MB.</summary>
    public long LeastFreeBytes { get; init; } = 64L * 1024 * 1024;

    public string JournalFile => Path.Combine(DataDirectory, JournalName);

    public string RegionsDirectory => Path.Combine(DataDirectory, "regions");

    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
            throw new ArgumentException("A silo needs a data directory.", nameof(DataDirectory));
        Solvers.Validate();
    }
}
