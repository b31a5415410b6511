using Territory.Dashboard.Hosting;
using Territory.Model.Geography;

namespace Territory.Dashboard.Field;

/// <summary>What a phone may state: bounds that nobody at work meets, kept so that what is written for good stays small and readable.</summary>
internal static class FieldLimits
{
    /// <summary>A UUID has 36 characters.</summary>
    private const int MostIdCharacters = 100;

    private const int MostNoteCharacters = 2_000;

    public static RequestProblem? Id(string field, string? value) =>
        value is null || (value.Length <= MostIdCharacters && !value.Any(char.IsControl))
            ? null
            : new RequestProblem("command.id-text", $"An id has at most {MostIdCharacters} characters and no control characters.", field);

    public static RequestProblem? Note(string field, string? value) =>
        value is null || value.Length <= MostNoteCharacters
            ? null
            : new RequestProblem("command.text-long", $"A text has at most {MostNoteCharacters} characters.", field);

    public static RequestProblem? Position(string field, GeoPoint? value) =>
        value is null or { IsValid: true } ? null : new RequestProblem("command.position", "A position lies on the Earth: longitude within 180, latitude within 90 degrees.", field);

    /// <summary>JSON lets a number stand for a name, also one that there is no name for.</summary>
    public static RequestProblem? Choice<T>(string field, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? null : new RequestProblem("command.choice", $"One of {string.Join(", ", Enum.GetNames<T>())} is expected.", field, value.ToString());
}
