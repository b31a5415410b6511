namespace Orleans.Concurrency;

/// <summary>Every request of this grain class may interleave with every other at await points.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
