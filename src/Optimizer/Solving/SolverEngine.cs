namespace Territory.Optimizer.Solving;

/// <summary>The engines of this build by the names that commands and benchmarks use.</summary>
public static class SolverEngine
{
    public const string Territory = "territory";

    /// <summary>A second opinion, in builds with <c>-p:UseOrTools=true</c>.</summary>
    public const string OrTools = "ortools";

    /// <summary>Every name, whether this build has the engine or not.</summary>
    public static IReadOnlyList<string> Names { get; } = [Territory, OrTools];

    /// <summary>The engine, or null where this build is without it.</summary>
    /// <param name="time">The clock that time limits are kept by.</param>
    public static ISolver? Create(string name, TimeProvider time) => name switch
    {
        Territory => new TerritorySolver(time),
#if ORTOOLS
        OrTools => new Optimizer.OrTools.OrToolsSolver(time),
#endif
        _ => null,
    };
}
