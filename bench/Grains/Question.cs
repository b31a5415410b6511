namespace Territory.Grains.Bench;

/// <summary>A message with a few parts.</summary>
[GenerateSerializer, Immutable, Alias("bench.question")]
public sealed record Question([property: Id(0)] int Number, [property: Id(1)] string Text);
