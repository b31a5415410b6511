namespace Territory.Grains.Actors;

/// <summary>A long text in pieces that the journal takes: an event may have only so many bytes.</summary>
internal static class TextPieces
{
    /// <summary>At four bytes a character and with quotes escaped well below what an event may have.</summary>
    private const int PieceLength = 500_000;

    /// <summary>At least one piece, in order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length || start == 0;)
        {
            var length = Math.Min(PieceLength, text.Length - start);
            // The two halves of a character outside the basic plane stay together.
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
                length--;
            yield return text.Substring(start, length);
            if (length == 0)
                yield break;
            start += length;
        }
    }
}
