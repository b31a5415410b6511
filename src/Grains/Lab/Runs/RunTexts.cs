using Territory.Contracts.Lab;
using Territory.Grains.Lab.Jobs;
using Territory.Grains.Lab.Results;
using Territory.Simulation.Lab.Scenarios.Runs;

namespace Territory.Grains.Lab.Runs;

/// <summary>The texts of a run's result.</summary>
internal static class RunTexts
{
    public static IEnumerable<LabTextRecorded> Of(ScenarioResult result) => result.Variants.Prepend(result.Base).Index().SelectMany(pair =>
        LabTexts.Pieces(LabTextKind.Variant, pair.Index, VariantText.Of(pair.Item).ToJsonString())
            .Concat(LabTexts.Pieces(LabTextKind.Replications, pair.Index, ReplicationsText.Write(pair.Item.Replications))));
}
