namespace Territory.EmbeddedOrleans.Tests.Support;

/// <summary>A small message.</summary>
[GenerateSerializer, Immutable, Alias("test.note")]
public sealed record Note([property: Id(0)] string Text, [property: Id(1)] int Number);
