namespace Orleans.Runtime.Silos;

/// <summary>Work of the application when the silo has started.</summary>
internal sealed record StartupTask(Func<IServiceProvider, CancellationToken, Task> Run);
