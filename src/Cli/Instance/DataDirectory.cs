using Territory.Journal;
using Territory.Silo;

namespace Territory.Cli.Instance;

/// <summary>What a data directory holds, told before anything is opened or made in it.</summary>
internal static class DataDirectory
{
    public const string IdentityName = "identity.db";
    private const string RegionsName = "regions";

    /// <summary>Whether there is a journal with anything in it.</summary>
    public static bool HasTerritory(string directory) => JournalOf(directory) is { Exists: true, Length: > 0 };

    /// <summary>
    /// Refuses an empty journal beside what is only made once there is a journal: it was cut off, and starting anew would hide that. Alone an empty
    /// file is what a first start leaves behind that was killed before its first commit; nothing was ever promised of it, and the next start goes on.
    /// </summary>
    /// <exception cref="JournalUnusableException">The journal has lost what it held.</exception>
    public static void RequireUndamaged(string directory)
    {
        var journal = JournalOf(directory);
        if (journal is not { Exists: true, Length: 0 })
            return;
        var regions = Path.Combine(directory, RegionsName);
        if (File.Exists(Path.Combine(directory, IdentityName)) || File.Exists(journal.FullName + "-wal")
            || (Directory.Exists(regions) && Directory.EnumerateFileSystemEntries(regions).Any()))
        {
            throw new JournalUnusableException(journal.FullName, "it is empty, while other files of its territory are there.", "Keep the directory for examination and restore the last backup.");
        }
    }

    private static FileInfo JournalOf(string directory) => new(Path.Combine(directory, SiloSettings.JournalName));
}
