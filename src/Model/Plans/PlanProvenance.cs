using System.Text.Json.Serialization;
using Territory.Model.Travel;

namespace Territory.Model.Plans;

/// <summary>What reproduces a plan: the same input, engine, seed, threads and iterations give it again exactly.</summary>
/// <param name="Engine">Name and version of the solver.</param>
/// <param name="TravelTimes">Where the travel times came from, for example "roads:demo car"; "straight-line" is always said first, with what it stands in for.</param>
/// <param name="JournalPosition">The journal position whose state was planned.</param>
/// <param name="InputHash">SHA-256 of the problem as given to the solver, in hexadecimal.</param>
/// <param name="LearnedStops">Stops whose time was learned from deliveries; at the others it is the distributor's rule.</param>
public sealed record PlanProvenance(
    string Engine,
    long Seed,
    int Threads,
    long Iterations,
    string TravelTimes,
    long JournalPosition,
    string InputHash,
    int LearnedStops = 0)
{
    /// <summary>How the label says that travel took longer and shorter at different hours.</summary>
    public const string ByTimeOfDay = " by time of day (";

    /// <summary>Whether the times were those of each slot of the day.</summary>
    [JsonIgnore]
    public bool IsByTimeOfDay => TravelTimes.Contains(ByTimeOfDay, StringComparison.Ordinal);

    /// <summary>Whether the travel times follow no roads; whoever shows the plan warns of it.</summary>
    [JsonIgnore]
    public bool IsStraightLine => TravelMatrix.IsStraightLine(TravelTimes);
}
