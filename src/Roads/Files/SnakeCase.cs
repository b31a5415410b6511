using System.Collections.Frozen;
using System.Text.Json;

namespace Territory.Roads.Files;

/// <summary>The names of an enum as OpenStreetMap's values are written: "motorway_link" for <c>MotorwayLink</c>.</summary>
internal static class SnakeCase<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values =
        Enum.GetValues<T>().ToFrozenDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<T, string> Texts = Values.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>In the order of the enum.</summary>
    public static IEnumerable<string> Names => Enum.GetValues<T>().Select(Of);

    public static bool TryParse(string name, out T value) => Values.TryGetValue(name, out value);

    public static string Of(T value) => Texts[value];
}
