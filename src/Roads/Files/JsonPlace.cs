using System.Globalization;
using System.Text.Json;

namespace Territory.Roads.Files;

/// <summary>A value in a JSON file together with its place. What does not fit is added to the file's problems, and reading goes on with a stand-in.</summary>
internal readonly struct JsonPlace(JsonElement element, string path, JsonProblems problems)
{
    public string Path => path;

    public JsonElement Element => element;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>Adds a problem at this place with the value that was found.</summary>
    public void Refuse(string suffix, string rule) => problems.Add(suffix, rule, path, element.GetRawText());

    /// <summary>Checks that this is an object with none but the named members.</summary>
    public bool HasOnly(params ReadOnlySpan<string> names)
    {
        if (!IsObject)
        {
            Refuse("kind", "Give an object in braces.");
            return false;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!names.Contains(member.Name))
                problems.Add("property.unknown", $"There is no such property here; known are {string.Join(", ", names.ToArray())}.", Child(member.Name));
        }

        return true;
    }

    /// <summary>A member of this object; null when it is absent.</summary>
    public JsonPlace? Optional(string name) =>
        IsObject && element.TryGetProperty(name, out var value) ? new JsonPlace(value, Child(name), problems) : null;

    /// <summary>A member of this object; its absence is a problem.</summary>
    public JsonPlace? Required(string name)
    {
        var found = Optional(name);
        if (found is null && IsObject)
            problems.Add("value.missing", $"The property \"{name}\" is missing.", Child(name));
        return found;
    }

    /// <summary>The members of this object, or none.</summary>
    public IEnumerable<(string Name, JsonPlace Value)> Members()
    {
        if (!IsObject)
        {
            Refuse("kind", "Give an object in braces.");
            yield break;
        }

        foreach (var member in element.EnumerateObject())
            yield return (member.Name, new JsonPlace(member.Value, Child(member.Name), problems));
    }

    /// <summary>The entries of this list, or none.</summary>
    public IEnumerable<JsonPlace> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Refuse("kind", "Give a list in brackets.");
            yield break;
        }

        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            yield return new JsonPlace(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), problems);
            index++;
        }
    }

    public string Text()
    {
        if (element.ValueKind == JsonValueKind.String && element.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
            return text;
        Refuse("kind", "Give a text in quotes.");
        return "";
    }

    public bool Flag()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();
        Refuse("kind", "Give true or false.");
        return false;
    }

    /// <summary>A number within limits, both included.</summary>
    public double Number(double least, double most)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && value >= least && value <= most)
            return value;
        Refuse(
            element.ValueKind == JsonValueKind.Number ? "range" : "kind",
            string.Create(CultureInfo.InvariantCulture, $"Give a number from {least:0.######} to {most:0.######}."));
        return least;
    }

    public int Whole(int least, int most)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value) && value >= least && value <= most)
            return value;
        Refuse(
            element.ValueKind == JsonValueKind.Number ? "range" : "kind", string.Create(CultureInfo.InvariantCulture, $"Give a whole number from {least} to {most}."));
        return least;
    }

    /// <summary>Seconds with decimals, as milliseconds.</summary>
    public int Milliseconds(double mostSeconds) => (int)Math.Round(Number(0, mostSeconds) * 1000);

    /// <summary>One of the names of an enum in snake case, as OpenStreetMap writes them.</summary>
    public T? Name<T>()
        where T : struct, Enum
    {
        if (element.ValueKind == JsonValueKind.String && SnakeCase<T>.TryParse(element.GetString()!, out var value))
            return value;
        Refuse("name", $"Give one of {string.Join(", ", SnakeCase<T>.Names)}.");
        return null;
    }

    /// <summary>The texts of a list, each once.</summary>
    public IReadOnlyList<string> Texts()
    {
        var texts = new List<string>();
        foreach (var item in Items())
        {
            var text = item.Text();
            if (text.Length == 0)
                continue;
            if (texts.Contains(text, StringComparer.Ordinal))
                item.Refuse("duplicate", "Each entry may occur once.");
            else
                texts.Add(text);
        }

        return texts;
    }

    private string Child(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter == '_') ? $"{path}.{name}" : $"{path}[\"{name}\"]";
}
