using System.Text.Json;
using Territory.Model.Problems;

namespace Territory.Roads.Providers.Configuration;

/// <summary>The operator's <c>routing.json</c> in the data directory. Without it, regions without roads are planned on straight lines.</summary>
public static class RoutingFile
{
    public const string Name = "routing.json";
    private const int MaxBytes = 64 * 1024;

    /// <summary>Null where there is no such file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or says something that is no setting.</exception>
    public static RoutingSettings? Find(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, Name);
        try
        {
            if (!File.Exists(path))
                return null;
            if (new FileInfo(path).Length > MaxBytes)
                throw Refused(path, "routing.json", $"The file has more than {MaxBytes} bytes; it only names a provider.");
            return JsonSerializer.Deserialize(File.ReadAllText(path), RoutingSettingsJson.Default.RoutingSettings)
                ?? throw Refused(path, "routing.json", "The file must hold one JSON object.");
        }
        catch (JsonException failure)
        {
            var line = failure.LineNumber + 1;
            throw new InvalidInputException(new Problem("routing.json", Sentence(failure.Message), path, line, failure.Path?.TrimStart('$').TrimStart('.') is { Length: > 0 } member ? member : null));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, "routing.unreadable", failure.Message);
        }
    }

    internal static InvalidInputException Refused(string path, string code, string rule, string? field = null, string? value = null) =>
        new(new Problem(code, rule, path, Field: field, Value: value));

    /// <summary>Without the place, which the problem states itself.</summary>
    private static string Sentence(string message)
    {
        var place = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }
}
