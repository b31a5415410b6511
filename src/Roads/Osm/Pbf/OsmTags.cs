namespace Territory.Roads.Osm.Pbf;

/// <summary>The tags of the element being visited; one instance is filled again and again.</summary>
internal sealed class OsmTags
{
    private readonly List<(string Key, string Value)> pairs = [];

    /// <summary>Elements of a block share their strings, and share the trimmed ones in the same way: a copy for each could outgrow the file without bound.</summary>
    private readonly Dictionary<string, string> trimmed = new(ReferenceEqualityComparer.Instance);

    public int Count => pairs.Count;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<(string Key, string Value)> Pairs => pairs;

    /// <summary>Characters of all keys and values added since the block began.</summary>
    public long TextLength { get; private set; }

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

    /// <summary>The next block has strings of its own.</summary>
    public void BeginBlock()
    {
        pairs.Clear();
        trimmed.Clear();
        TextLength = 0;
    }

    public void Add(string key, string value)
    {
        pairs.Add((key, value));
        TextLength += key.Length + value.Length;
    }

    public bool Is(string key, string value) => string.Equals(this[key], value, StringComparison.Ordinal);

    /// <summary>The first of the keys that is present and not blank.</summary>
    public string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (this[key] is { } value && !string.IsNullOrWhiteSpace(value))
                return Trimmed(value);
        }

        return null;
    }

    private string Trimmed(string value)
    {
        if (!char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]))
            return value;
        if (!trimmed.TryGetValue(value, out var shorter))
            trimmed.Add(value, shorter = value.Trim());
        return shorter;
    }
}
