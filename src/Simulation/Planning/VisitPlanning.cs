using Territory.Model.Ids;
using Territory.Simulation.Market;

namespace Territory.Simulation.Planning;

/// <summary>What a rep's visit list is made from.</summary>
/// <param name="Records">Of the rep's outlets; one that is absent was never visited and is known since the date.</param>
/// <param name="Version">The number of the plan among those of its rep and day.</param>
/// <param name="JournalPosition">The position whose state is planned; 0 in a what-if run.</param>
public sealed record VisitPlanning(
    MarketSetup Setup,
    RepId Rep,
    DateOnly Date,
    IReadOnlyDictionary<TerminalId, VisitRecord> Records,
    int Version = 1,
    long JournalPosition = 0);
