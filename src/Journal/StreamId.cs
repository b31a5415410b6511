namespace Territory.Journal;

/// <summary>Names one append-only stream, usually one actor: a kind and a key, such as "terminal/T000123".</summary>
public readonly record struct StreamId
{
    /// <summary>The longest name accepted, in UTF-16 units.</summary>
    public const int MaxLength = 256;

    /// <exception cref="ArgumentException">The name is empty, too long, or holds a control character.</exception>
    public StreamId(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > MaxLength)
            throw new ArgumentException($"A stream name has at most {MaxLength} characters; this one has {value.Length}.", nameof(value));
        foreach (var character in value)
        {
            if (char.IsControl(character))
                throw new ArgumentException("A stream name holds no control characters.", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    /// <summary>What stands before the first slash: "terminal" of "terminal/T000123"; the whole name where there is no slash.</summary>
    public string Kind => Value.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? Value[..slash] : Value;

    /// <summary>What stands after the first slash: "T000123" of "terminal/T000123"; empty where there is no slash.</summary>
    public string Key => Value.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? Value[(slash + 1)..] : "";

    public static StreamId Of(string kind, string key) => new($"{kind}/{key}");

    public override string ToString() => Value ?? "";
}
