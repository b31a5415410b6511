using Microsoft.Data.Sqlite;
using Territory.Journal.Sql;

namespace Territory.Journal.Sqlite;

/// <summary>Copies a working journal into a file of its own: one consistent state, compact, on disk when it returns.</summary>
internal static class JournalBackup
{
    /// <summary>Returns the position of the last event in the copy.</summary>
    public static long Run(string journalPath, string targetPath, CancellationToken cancellationToken)
    {
        if (File.Exists(targetPath) || Directory.Exists(targetPath))
            throw new IOException($"\"{targetPath}\" exists already; a backup does not overwrite. Choose another name.");

        // Under another name until it is complete, so that what bears the name is a whole backup.
        var partial = targetPath + ".partial";
        File.Delete(partial);
        try
        {
            using (var source = SqliteDatabase.OpenReadOnly(journalPath))
            using (cancellationToken.UnsafeRegister(static state => ((SqliteDatabase)state!).Interrupt(), source))
                source.Execute("VACUUM INTO ?1", partial);

            long position;
            using (var copy = SqliteDatabase.OpenReadOnly(partial))
                position = copy.Integer("SELECT max(position) FROM journal_event") ?? 0;
            using (var file = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
                file.Flush(flushToDisk: true);
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(partial, targetPath);
            return position;
        }
        catch (SqliteException exception)
        {
            File.Delete(partial);
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException($"The backup to \"{targetPath}\" failed: {exception.Message}", exception);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
