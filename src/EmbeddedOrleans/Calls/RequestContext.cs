namespace Orleans.Runtime;

/// <summary>Values that travel with a call: what the caller sets, the callee and whatever it calls can read.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<Dictionary<string, object>?> Values = new();

    // Turned on by the first Set and never off: a process that does not use the context pays one field read a call.
    private static volatile bool used;

    public static IEnumerable<string> Keys => Export()?.Keys ?? Enumerable.Empty<string>();

    public static IEnumerable<KeyValuePair<string, object>> Entries => Export() ?? Enumerable.Empty<KeyValuePair<string, object>>();

    public static object? Get(string key) => Export() is { } values && values.TryGetValue(key, out var value) ? value : null;

    public static void Set(string key, object value)
    {
        // A dictionary is never changed once set, because other flows of execution may hold the same one.
        Values.Value = Values.Value is { } values ? new(values) { [key] = value } : new() { [key] = value };
        used = true;
    }

    /// <summary>True when the key was there.</summary>
    public static bool Remove(string key)
    {
        if (Export() is not { } values || !values.ContainsKey(key))
            return false;

        var rest = new Dictionary<string, object>(values);
        rest.Remove(key);
        Values.Value = rest.Count == 0 ? null : rest;
        return true;
    }

    public static void Clear() => Import(null);

    internal static Dictionary<string, object>? Export() => used ? Values.Value : null;

    internal static void Import(Dictionary<string, object>? values)
    {
        if (used && !ReferenceEquals(Values.Value, values))
            Values.Value = values;
    }
}
