using System.Text.Json;
using Territory.Contracts.Lab;
using Territory.Model.Ids;

namespace Territory.Dashboard.Lab;

/// <summary>Rank the candidates of an expansion.</summary>
/// <param name="Censuses">Terminals of candidates by the region's id; null: all are live.</param>
public sealed record ScorecardRequest(JsonElement Scenario, JsonElement? Censuses = null);

/// <summary>Search a plan of waves.</summary>
/// <param name="Censuses">Terminals of candidates by the region's id; null: all are live.</param>
public sealed record StartExpansionRequest(CommandId CommandId, JsonElement Scenario, JsonElement? Censuses = null, long Seed = 1, long Iterations = StartExpansionRequest.UsualIterations)
{
    private const long UsualIterations = 10_000;
}

public sealed record ExpansionStarted(string Expansion);

/// <summary>A search as it is now.</summary>
/// <param name="Outlooks">Regions whose outlook is known.</param>
/// <param name="Objective">Of the best plan so far, in major units of money or in weeks.</param>
/// <param name="Plan">Null in lists, and before the end.</param>
public sealed record ExpansionAnswer(
    string Expansion, string Name, int Regions, string Goal, long Seed, LabRunState State, UserId By, DateTimeOffset At, string Phase, int Outlooks, long Iterations, long MostIterations, double? Objective,
    double Seconds, string? Error, JsonElement? Plan)
{
    public static ExpansionAnswer Of(LabExpansionStarted start, LabExpansionProgress progress) => new(
        start.Expansion, start.Name, start.Regions, start.Goal, start.Seed, progress.State, start.By, start.At,
        progress.Outlooks < progress.MostOutlooks ? "outlooks" : "search", progress.Outlooks, progress.Iterations, start.Iterations, progress.Objective,
        progress.Seconds, progress.Error, null);
}
