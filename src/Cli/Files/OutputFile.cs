using Territory.Model.Problems;

namespace Territory.Cli.Files;

/// <summary>Writes a result file whole or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="InvalidInputException">The file cannot be written there.</exception>
    public static void Write(string path, string workingDirectory, Action<string> write)
    {
        var full = Path.GetFullPath(path, workingDirectory);
        var partial = full + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            write(partial);
            File.Move(partial, full, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, failure);
        }
        finally
        {
            // Deleting in a directory that may not be written to fails even where there is nothing to delete.
            if (File.Exists(partial))
                File.Delete(partial);
        }
    }

    /// <summary>Makes sure that a result can be written there, before any work goes into it; whatever stands there stays.</summary>
    /// <exception cref="InvalidInputException">The file cannot be written there.</exception>
    public static void RequireWritable(string path, string workingDirectory)
    {
        var full = Path.GetFullPath(path, workingDirectory);
        try
        {
            if (Directory.Exists(full))
                throw new IOException("it is a directory.");
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using (new FileStream(full + ".partial", FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
            {
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, failure);
        }
    }

    /// <summary>Makes a folder for results, before any work goes into them.</summary>
    /// <exception cref="InvalidInputException">The folder cannot be made there.</exception>
    public static string RequireFolder(string path, string workingDirectory)
    {
        var full = Path.GetFullPath(path, workingDirectory);
        try
        {
            return Directory.CreateDirectory(full).FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, failure);
        }
    }

    private static InvalidInputException NotWritable(string path, Exception failure) =>
        new(new Problem("file.not-writable", $"The result cannot be written there: {failure.Message}", path));
}
