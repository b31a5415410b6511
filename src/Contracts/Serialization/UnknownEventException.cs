namespace Territory.Contracts.Serialization;

/// <summary>The journal holds an event this version does not know; a newer version wrote it.</summary>
public sealed class UnknownEventException(string alias)
    : Exception($"The journal holds an event \"{alias}\" that this version does not know. Open it with the version that wrote it, or a newer one.")
{
    public string Alias { get; } = alias;
}
