namespace Orleans.Runtime.Scheduling;

/// <summary>A task scheduled by grain code: the continuation after an await, or a task it started.</summary>
internal sealed class TaskTurn(Task task) : WorkItem
{
    internal Task Task { get; } = task;

    internal override void Run(TurnQueue queue) => queue.Execute(Task);
}
