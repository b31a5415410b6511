namespace Territory.Journal.Verification;

/// <summary>One thing wrong with a journal.</summary>
/// <param name="Place">Where: an event's position, a command, a table and its key, the file.</param>
/// <param name="Detail">What was expected and what is there.</param>
public sealed record JournalDefect(JournalDefectKind Kind, string Place, string Detail)
{
    public override string ToString() => $"{Place}: {Detail} [{Kind}]";
}
