using System.Text.Json.Serialization;
using Territory.Model.Travel;

namespace Territory.Model.Plans;

/// <summary>What reproduces a plan: the same input, engine, seed, threads and iterations give it again exactly.</summary>
/// <param name="Engine">Name and version of the solver.</param>
/// <param name="TravelTimes">Where the travel times came from, for example "roads:demo car"; "straight-line" is always said first, with what it stands in for.</param>
/// <param name="JournalPosition">The journal position whose state was planned.</param>
/// <param name="InputHash">SHA-256 of the problem as given to the solver, in hexadecimal.</param>
public sealed record PlanProvenance(
    string Engine,
    long Seed,
    int Threads,
    long Iterations,
    string TravelTimes,
    long JournalPosition,
    string InputHash)
{
    /// <summary>Whether the travel times follow no roads; whoever shows the plan warns of it.</summary>
    [JsonIgnore]
    public bool IsStraightLine => TravelMatrix.IsStraightLine(TravelTimes);

    /// <summary>Whether the travel times change over the day.</summary>
    [JsonIgnore]
    public bool IsByTimeOfDay => TravelTimes.Contains(DayTravel.SourceMark, StringComparison.Ordinal);
}
