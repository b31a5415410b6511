using System.Text.Json;
using Territory.Contracts.Lab;
using Territory.Dashboard.Field;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Plans;
using Territory.Model.Ids;

namespace Territory.Dashboard.Lab;

/// <summary>Keep a new scenario.</summary>
public sealed record SaveScenarioRequest(CommandId CommandId, JsonElement Scenario);

/// <summary>Change the version of a scenario that was looked at.</summary>
public sealed record ChangeScenarioRequest(CommandId CommandId, int BaseVersion, JsonElement Scenario);

public sealed record RemoveScenarioRequest(CommandId CommandId);

/// <summary>Keep a live region, as it is or was at a position of the journal, as a new scenario.</summary>
public sealed record BranchScenarioRequest(CommandId CommandId, RegionId Region, string Name, int Days, long? Position = null)
{
    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Some([FieldLimits.Id("region", Region.Value), FieldLimits.Note("name", Name)]);
}

/// <summary>What would a scenario run on?</summary>
public sealed record CheckScenarioRequest(JsonElement Scenario);

/// <summary>Run a scenario and its variants.</summary>
public sealed record StartRunRequest(
    CommandId CommandId, string Scenario, int Version, int Replications, long Seed, bool Antithetic = false, double? Within = null)
{
    internal LabRunSettings Settings => new(Replications, Seed, Antithetic, Within);
}

/// <summary>Run a scenario with one assumption after the other low and high.</summary>
public sealed record SensitivityRequest(
    CommandId CommandId, string Scenario, int Version, IReadOnlyList<LabAssumptionRange> Paths, string Figure, int Replications, long Seed, bool Antithetic = false)
{
    internal LabRunSettings Settings => new(Replications, Seed, Antithetic, null, new LabSensitivity(Figure, Paths));

    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Some([
        FieldLimits.Note("figure", Figure),
        Paths.Any(path => path is null) ? new RequestProblem("lab.path-missing", "A path is an object with its low and high value.", "paths") : null,
    ]);
}

/// <summary>Stop a run, or run it again.</summary>
public sealed record RunCommandRequest(CommandId CommandId);
