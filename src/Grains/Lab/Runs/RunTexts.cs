using Territory.Contracts.Lab;
using Territory.Grains.Lab.Results;
using Territory.Simulation.Lab.Scenarios.Runs;

namespace Territory.Grains.Lab.Runs;

/// <summary>The texts of a run in pieces that the journal takes: an event may have only so many bytes.</summary>
internal static class RunTexts
{
    /// <summary>At four bytes a character and with quotes escaped well below what an event may have.</summary>
    private const int PieceLength = 500_000;

    public static IEnumerable<LabTextRecorded> Pieces(LabTextKind kind, int number, string text)
    {
        for (var (part, start) = (0, 0); start < text.Length || part == 0; part++)
        {
            var length = Math.Min(PieceLength, text.Length - start);
            // The two halves of a character outside the basic plane stay together.
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
                length--;
            yield return new LabTextRecorded(kind, number, part, text.Substring(start, length));
            start += length;
        }
    }

    public static IEnumerable<LabTextRecorded> Of(ScenarioResult result) => result.Variants.Prepend(result.Base).Index().SelectMany(pair =>
        Pieces(LabTextKind.Variant, pair.Index, VariantText.Of(pair.Item).ToJsonString())
            .Concat(Pieces(LabTextKind.Replications, pair.Index, ReplicationsText.Write(pair.Item.Replications))));
}
