using Territory.Contracts.Lab;
using Territory.Grains.Actors;

namespace Territory.Grains.Lab.Jobs;

/// <summary>Texts in pieces that the journal takes.</summary>
internal static class LabTexts
{
    public static IEnumerable<LabTextRecorded> Pieces(LabTextKind kind, int number, string text) =>
        TextPieces.Of(text).Select((content, part) => new LabTextRecorded(kind, number, part, content));
}
