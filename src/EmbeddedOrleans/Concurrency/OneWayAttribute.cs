namespace Orleans.Concurrency;

/// <summary>The caller gets a completed task at once; nobody hears of the outcome.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
