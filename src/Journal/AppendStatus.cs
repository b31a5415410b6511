namespace Territory.Journal;

public enum AppendStatus
{
    /// <summary>The events are on disk.</summary>
    Appended,

    /// <summary>The command was recorded before; nothing was written now, and the first answer is given again.</summary>
    Duplicate,

    /// <summary>The stream has moved on; nothing was written.</summary>
    VersionConflict,
}
