namespace Territory.Journal.Verification;

public enum JournalDefectKind
{
    /// <summary>The database's own structure is damaged.</summary>
    Storage,

    /// <summary>A position is missing: an event was lost or removed.</summary>
    Position,

    /// <summary>A stream's versions are not contiguous.</summary>
    Version,

    /// <summary>An event, or its link to the one before, was changed after it was written.</summary>
    Checksum,

    /// <summary>An event cannot be read at all.</summary>
    Unreadable,

    /// <summary>A recorded command does not fit the events.</summary>
    Command,

    /// <summary>A projection's tables are of another version, or its code fails on the journal.</summary>
    Projection,

    /// <summary>A row of a projection differs from its recomputation.</summary>
    Row,
}
