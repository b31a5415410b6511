namespace Territory.Journal;

/// <summary>One event to be appended.</summary>
/// <param name="Alias">The stable name of the event's type; the journal gives it back and knows no more about it.</param>
/// <param name="Payload">The serialised event. The journal keeps the memory it is handed: it must not change afterwards.</param>
public readonly record struct EventData(string Alias, ReadOnlyMemory<byte> Payload);
