namespace Territory.Journal.Verification;

/// <summary>What a verification found.</summary>
/// <param name="Position">The journal's last position at the time.</param>
/// <param name="LastLink">The last link of the checksum chain, in hexadecimal. Two copies with the same position and link hold the same events.</param>
/// <param name="TableRows">Rows of projections that were compared with their recomputation.</param>
/// <param name="DefectCount">All defects; may be more than are listed.</param>
/// <param name="Defects">The first defects of each kind, up to the limit that was asked for.</param>
public sealed record JournalVerification(
    long Position, long Events, long Streams, string LastLink, int Tables, long TableRows, long DefectCount, IReadOnlyList<JournalDefect> Defects)
{
    public bool IsSound => DefectCount == 0;
}
