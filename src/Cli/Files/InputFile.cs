using Territory.Model.Problems;

namespace Territory.Cli.Files;

/// <summary>Opens what the user named, or refuses it with the reason.</summary>
internal static class InputFile
{
    /// <exception cref="InvalidInputException">The file is missing or may not be read.</exception>
    public static string Require(string path, string workingDirectory)
    {
        var full = Path.GetFullPath(path, workingDirectory);
        if (Directory.Exists(full))
            throw new InvalidInputException(new Problem("file.is-directory", "A file is expected, this is a directory.", path));
        if (!File.Exists(full))
            throw new InvalidInputException(new Problem("file.missing", "The file does not exist; check the path.", path));
        return full;
    }
}
