using Territory.Contracts.Lab;

namespace Territory.Grains.Lab.Jobs;

/// <summary>Texts in pieces that the journal takes: an event may have only so many bytes.</summary>
internal static class LabTexts
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
}
