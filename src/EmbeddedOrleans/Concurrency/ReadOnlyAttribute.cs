namespace Orleans.Concurrency;

/// <summary>The method does not change the grain's state, so it may interleave with other read-only requests.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
