using System.Globalization;
using System.Text;

namespace Territory.Journal.Sqlite;

/// <summary>Keeps a journal to one process: an exclusively opened file beside it, released by the operating system when the process ends.</summary>
internal sealed class ProcessLock : IDisposable
{
    private readonly FileStream _file;

    private ProcessLock(FileStream file) => _file = file;

    /// <exception cref="JournalUnusableException">Another process, or this one a second time, has the journal open.</exception>
    public static ProcessLock Acquire(string journalPath)
    {
        var path = journalPath + ".lock";
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new JournalUnusableException(
                journalPath, $"it is open in another process{Owner(path)}.", "Stop that process, or send it the command instead of opening the file here.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnusableException(
                journalPath, $"its directory cannot be written to ({exception.Message}).", "Check that the directory exists and that this user may write to it.", exception);
        }

        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        file.Flush();
        return new ProcessLock(file);
    }

    // The file stays: deleting it would let two processes hold locks on two files of the same name.
    public void Dispose() => _file.Dispose();

    private static string Owner(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            var text = reader.ReadToEnd().Trim();
            return text.Length is > 0 and < 12 ? $" (process {text})" : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
