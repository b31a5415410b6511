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
            File.Delete(partial);
        }
    }
}
