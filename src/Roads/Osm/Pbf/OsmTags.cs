namespace Territory.Roads.Osm.Pbf;

/// <summary>The tags of the element being visited; one instance is filled again and again.</summary>
internal sealed class OsmTags
{
    private readonly List<(string Key, string Value)> pairs = [];

    public int Count => pairs.Count;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<(string Key, string Value)> Pairs => pairs;

    public string? this[string key]
    {
        get
        {
            foreach (var (candidate, value) in pairs)
            {
                if (string.Equals(candidate, key, StringComparison.Ordinal))
                    return value;
            }

            return null;
        }
    }

    public void Clear() => pairs.Clear();

    public void Add(string key, string value) => pairs.Add((key, value));

    public bool Is(string key, string value) => string.Equals(this[key], value, StringComparison.Ordinal);

    /// <summary>The first of the keys that is present and not blank.</summary>
    public string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (this[key] is { } value && !string.IsNullOrWhiteSpace(value))
                return value.Trim();
        }

        return null;
    }
}
