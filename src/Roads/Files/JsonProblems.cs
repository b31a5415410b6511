using System.Globalization;
using System.Text.Json;
using Territory.Model.Problems;

namespace Territory.Roads.Files;

/// <summary>Collects what is wrong with one JSON file, each with its place in it, and refuses the file with all of it at once.</summary>
/// <param name="file">The file as the user named it.</param>
/// <param name="code">Begins every problem's code, for example "profile".</param>
internal sealed class JsonProblems(string file, string code)
{
    /// <summary>More problems than this are counted, not listed.</summary>
    private const int MaxListed = 200;

    private const int MaxShownLength = 60;

    private readonly List<Problem> problems = [];
    private long found;

    public string File => file;

    public bool Any => found > 0;

    /// <param name="suffix">Ends the problem's code, for example "range".</param>
    /// <param name="path">The place, for example "$.speeds.classes.primary".</param>
    public void Add(string suffix, string rule, string path, string? value = null, long? line = null)
    {
        found++;
        if (problems.Count < MaxListed)
            problems.Add(new Problem($"{code}.{suffix}", rule, file, line, path, value?.Length > MaxShownLength ? value[..MaxShownLength] + "..." : value));
    }

    /// <exception cref="InvalidInputException">Something was wrong.</exception>
    public void ThrowIfAny()
    {
        if (found > problems.Count)
            problems.Add(new Problem($"{code}.more", string.Create(CultureInfo.InvariantCulture, $"{found - problems.Count} more problems are not listed."), file));
        if (found > 0)
            throw new InvalidInputException(problems);
    }

    /// <summary>The text of a file of at most so many bytes.</summary>
    /// <exception cref="InvalidInputException">The file is missing, too large or unreadable.</exception>
    public static string ReadText(string path, string code, long maxBytes)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true } info && info.Length > maxBytes)
                throw new InvalidInputException(new Problem($"{code}.size", string.Create(CultureInfo.InvariantCulture, $"The file is larger than {maxBytes} bytes."), path));
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException(new Problem($"{code}.missing", "There is no such file.", path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException(new Problem($"{code}.unreadable", exception.Message, path));
        }
    }

    /// <summary>The root of a JSON text; comments are allowed.</summary>
    /// <exception cref="InvalidInputException">The text is no JSON.</exception>
    public JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            // The message of a syntax error ends in its place, which the problem gives in fields of its own.
            var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            Add("syntax", end > 0 ? exception.Message[..end] : exception.Message, exception.Path ?? "$", line: exception.LineNumber + 1);
            ThrowIfAny();
            throw;
        }
    }
}
