namespace Orleans.Concurrency;

/// <summary>Calls of this interface method start at once, whatever else the activation is running.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
