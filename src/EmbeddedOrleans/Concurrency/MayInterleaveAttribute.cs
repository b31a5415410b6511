namespace Orleans.Concurrency;

/// <summary>A request may start beside a running one when the named predicate says so.</summary>
/// <param name="callbackMethodName">A static method of the grain class: <c>bool Name(IInvokable request)</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayInterleaveAttribute(string callbackMethodName) : Attribute
{
    internal string CallbackMethodName { get; } = callbackMethodName;
}
