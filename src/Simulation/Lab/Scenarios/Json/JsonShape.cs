using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Territory.Model.Problems;
using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Scenarios.Json;

/// <summary>Lists every place where a JSON value has not the shape of a type: members unknown or missing, values of another kind.</summary>
/// <remarks>The serializer itself stops at the first; a file's author should see all at once.</remarks>
internal sealed class JsonShape(JsonSerializerOptions options, string file)
{
    private const int MostShown = 60;

    private readonly List<Problem> problems = [];

    public static IReadOnlyList<Problem> Problems<T>(JsonElement root, JsonSerializerOptions options, string file)
    {
        var shape = new JsonShape(options, file);
        shape.Check(root, options.GetTypeInfo(typeof(T)), "");
        return shape.problems;
    }

    private void Check(JsonElement element, JsonTypeInfo type, string path)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                CheckMembers(element, type, path);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                    Check(item, options.GetTypeInfo(type.ElementType!), $"{path}[{index}]");
                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Check(member.Value, options.GetTypeInfo(type.ElementType!), Join(path, member.Name));
                break;
            case JsonTypeInfoKind.None when type.Type == typeof(JsonElement) || Reads(element, type):
                break;
            default:
                Refuse("scenario.kind", path, $"{Expected(type)} is expected.", element);
                break;
        }
    }

    private void CheckMembers(JsonElement element, JsonTypeInfo type, string path)
    {
        foreach (var member in element.EnumerateObject())
        {
            var property = type.Properties.FirstOrDefault(property => property.Name == member.Name);
            if (property is null)
                Refuse("scenario.unknown", Join(path, member.Name), $"Nothing of this name is known here; known are {string.Join(", ", type.Properties.Select(known => known.Name))}.", member.Value);
            else if (member.Value.ValueKind != JsonValueKind.Null)
                Check(member.Value, options.GetTypeInfo(property.PropertyType), Join(path, member.Name));
            else if (!property.IsSetNullable)
                Refuse("scenario.kind", Join(path, member.Name), $"{Expected(options.GetTypeInfo(property.PropertyType))} is expected.", member.Value);
        }

        foreach (var property in type.Properties)
        {
            if (property.IsRequired && !element.TryGetProperty(property.Name, out _))
                Refuse("scenario.missing", Join(path, property.Name), $"{Expected(options.GetTypeInfo(property.PropertyType))} is needed here.", default);
        }
    }

    private static bool Reads(JsonElement element, JsonTypeInfo type)
    {
        try
        {
            return element.ValueKind != JsonValueKind.Null && element.Deserialize(type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Expected(JsonTypeInfo type)
    {
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return type.Kind switch
        {
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "An object",
            JsonTypeInfoKind.Enumerable => "A list",
            _ when plain.IsEnum => $"One of {string.Join(", ", Enum.GetNames(plain))}",
            _ when plain == typeof(Money) => "An amount of money with at most two decimals",
            _ when plain == typeof(DateOnly) => "A date, yyyy-MM-dd,",
            _ when plain == typeof(string) => "Text",
            _ when plain == typeof(bool) => "true or false",
            _ when plain == typeof(double) => "A number",
            _ => "A whole number",
        };
    }

    private static string Join(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";

    private void Refuse(string code, string path, string rule, JsonElement found)
    {
        var text = found.ValueKind == JsonValueKind.Undefined ? null : found.GetRawText();
        problems.Add(new Problem(code, rule, file, Field: path.Length == 0 ? "the whole" : path, Value: text is { Length: > MostShown } ? text[..MostShown] + "..." : text));
    }
}
