using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Dashboard.People;
using Territory.Model.Ids;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>Finds what of the lab a person may see and use: whoever has one region, nothing of another live region's terminals.</summary>
public sealed class LabDesk(LabScenarioQuery scenarios, LabRunQuery runs, IGrainFactory grains, TimeProvider time)
{
    public LabScenarioQuery Scenarios => scenarios;

    public LabRunQuery Runs => runs;

    public ILabGrain Lab => grains.GetGrain<ILabGrain>(ILabGrain.Key);

    /// <summary>The one live region whose terminals a person may use; null: any.</summary>
    public static RegionId? OnlyOf(PersonFacts person) => person.Region;

    public ILabScenarioGrain Scenario(string id) => grains.GetGrain<ILabScenarioGrain>(id);

    public ILabRunGrain Run(string run) => grains.GetGrain<ILabRunGrain>(run);

    public ILabExpansionGrain Expansion(string expansion) => grains.GetGrain<ILabExpansionGrain>(expansion);

    public CommandHeader Header(CommandId command, PersonFacts person) => new(command, person.User, time.GetUtcNow());

    /// <summary>A run as it is now.</summary>
    public async Task<LabRunAnswer> NowAsync(LabRunRecord run, CancellationToken cancellationToken) =>
        LabRunAnswer.Of(run, await Run(run.Start.Run).GetProgress(cancellationToken) ?? throw new InvalidOperationException($"Run {run.Start.Run} is on record but has no actor."));
}
