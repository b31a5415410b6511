namespace Territory.Grains.Bench;

/// <summary>The answer to a <see cref="Question"/>.</summary>
[GenerateSerializer, Immutable, Alias("bench.reply")]
public sealed record Reply([property: Id(0)] int Number);
