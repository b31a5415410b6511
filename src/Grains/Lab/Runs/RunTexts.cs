using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Lab.Results;
using Territory.Simulation.Lab.Scenarios.Runs;

namespace Territory.Grains.Lab.Runs;

/// <summary>The texts of a run in pieces that the journal takes.</summary>
internal static class RunTexts
{
    public static IEnumerable<LabTextRecorded> Pieces(LabTextKind kind, int number, string text) =>
        TextPieces.Of(text).Select((content, part) => new LabTextRecorded(kind, number, part, content));

    public static IEnumerable<LabTextRecorded> Of(ScenarioResult result) => result.Variants.Prepend(result.Base).Index().SelectMany(pair =>
        Pieces(LabTextKind.Variant, pair.Index, VariantText.Of(pair.Item).ToJsonString())
            .Concat(Pieces(LabTextKind.Replications, pair.Index, ReplicationsText.Write(pair.Item.Replications))));
}
