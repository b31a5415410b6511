using System.Text;
using System.Text.Json;
using Territory.Contracts.Lab;
using Territory.Grains.Work;
using Territory.Journal;
using Territory.Model.Problems;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Scenarios.Json;

namespace Territory.Grains.Lab.Expansions;

/// <summary>Reads expansion scenarios with the censuses and roads of their regions, on the pool.</summary>
internal sealed class ExpansionReader(IJournal journal, LabRoads roads, SolverPool pool)
{
    private const string Name = "scenario";

    /// <summary>Makes a scenario ready to be planned.</summary>
    /// <param name="threads">Simulated days of outlooks at once.</param>
    public Task<ExpansionReading<PreparedExpansion>> PrepareAsync(AskExpansion asked, long seed, int threads, CancellationToken cancellationToken) => ReadAsync(
        asked, (scenario, inputs) => ScenarioStudy.Prepare(scenario, inputs.Censuses, seed, inputs.Roads, threads), cancellationToken);

    /// <summary>Chooses markets, without a plan.</summary>
    public Task<ExpansionReading<MarketSelection>> SelectAsync(AskExpansion asked, CancellationToken cancellationToken) =>
        ReadAsync(asked, (scenario, inputs) => ScenarioStudy.Select(scenario, inputs.Censuses, inputs.Roads), cancellationToken);

    private async Task<ExpansionReading<T>> ReadAsync<T>(AskExpansion asked, Func<ExpansionScenario, CandidateInputs, T> make, CancellationToken cancellationToken)
        where T : class
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return await pool.RunAsync(_ => Read(asked, new CandidateInputs(snapshot, roads, asked.Only), make), cancellationToken);
    }

    private static ExpansionReading<T> Read<T>(AskExpansion asked, CandidateInputs inputs, Func<ExpansionScenario, CandidateInputs, T> make)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(asked.Content);
            var scenario = ExpansionText.Read(Encoding.UTF8.GetBytes(document.RootElement.GetProperty("scenario").GetRawText()), Name);
            inputs.Read(scenario, Given(document.RootElement));
            return inputs.Problems.Count > 0
                ? new ExpansionReading<T>(null, null, inputs.Problems, [])
                : new ExpansionReading<T>(scenario, make(scenario, inputs), [], inputs.LiveRegions);
        }
        catch (InvalidInputException wrong)
        {
            return new ExpansionReading<T>(null, null, wrong.Problems, []);
        }
    }

    private static Dictionary<string, List<CandidateRow>> Given(JsonElement root)
    {
        try
        {
            return root.TryGetProperty("censuses", out var censuses) && censuses.ValueKind == JsonValueKind.Object
                ? censuses.Deserialize<Dictionary<string, List<CandidateRow>>>(ScenarioJson.Options)!
                : [];
        }
        catch (JsonException failure)
        {
            throw new InvalidInputException(new Problem("census.json", "A census is a list of terminals with id, name, longitude, latitude, class and casesPerMonth.", Name, Field: $"censuses{failure.Path?.TrimStart('$')}"));
        }
    }
}
