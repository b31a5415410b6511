namespace Territory.Journal;

/// <summary>The append was refused by the disk or the database, and nothing of it was written. A retry with the same command id is safe.</summary>
public sealed class JournalWriteException(string message, Exception? inner = null) : Exception(message, inner);
