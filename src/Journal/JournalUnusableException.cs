namespace Territory.Journal;

/// <summary>A journal cannot be opened or read: it is damaged, not a journal, from a newer version, or in use by another process.</summary>
public sealed class JournalUnusableException : Exception
{
    public JournalUnusableException(string path, string what, string advice, Exception? inner = null)
        : base($"The journal \"{path}\" cannot be used: {what} {advice}", inner)
    {
        Path = path;
        What = what;
        Advice = advice;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What was found, a sentence.</summary>
    public string What { get; }

    /// <summary>What to do about it, a sentence.</summary>
    public string Advice { get; }
}
