namespace Territory.Cli;

/// <summary>A territory whose actors are live in this process.</summary>
internal sealed record OpenTerritory(string DataDirectory, IServiceProvider Services)
{
    public T Get<T>()
        where T : notnull => (T)(Services.GetService(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T)} is not registered."));
}
