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
            throw new InvalidInputException(new Problem("file.not-writable", $"The result cannot be written there: {failure.Message}", path));
        }
        finally
        {
            // Deleting in a directory that may not be written to fails even where there is nothing to delete.
            if (File.Exists(partial))
                File.Delete(partial);
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
            throw new InvalidInputException(new Problem("file.not-writable", $"The results cannot be written there: {failure.Message}", path));
        }
    }
}
