using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Bounds;

/// <summary>How good a solution can be at best: a linear relaxation of choosing routes, for problems of up to <see cref="MostClients"/> clients.</summary>
/// <remarks>
/// What is relaxed: routes are taken in parts; a route may come back to a client that it has forgotten; waiting is not paid; trips of one vehicle are routes of their own;
/// releases and what is taken to the depot are forgotten. Needs COIN-OR's Clp.
/// </remarks>
public static class LowerBound
{
    public const int MostClients = 250;

    /// <summary>Whether the linear programming library is on this machine.</summary>
    public static bool IsInstalled => ClpLibrary.Installed is not null;

    /// <summary>Why there is no bound for this problem, or null.</summary>
    public static string? Missing(ProblemData data) =>
        !IsInstalled ? "no lower bound: the library libClp is not installed (package coinor-libclp1)"
        : data.IsRich ? "no lower bound: it knows loads, windows, shifts, several trips, depots and vehicle types, and this problem has other rules"
        : data.ClientCount > MostClients ? $"no lower bound: it is for up to {MostClients} stops"
        : null;

    /// <param name="slack">Units by which distances and durations may have been rounded up from what the bound is to hold for.</param>
    /// <param name="known">A solution whose routes are a good start; may be null.</param>
    /// <exception cref="InvalidOperationException"><see cref="Missing"/> has a reason.</exception>
    public static BoundResult Compute(ProblemData data, Solution? known, long slack, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Missing(data) is { } reason || ClpLibrary.Installed is not { } clp)
            throw new InvalidOperationException(Missing(data));
        var start = time.GetTimestamp();
        if (data.ClientCount == 0)
            return new BoundResult(0, true, 0, TimeSpan.Zero);
        var relaxation = new RouteRelaxation(data, clp, slack, new Deadline(time, limit, cancellationToken));
        relaxation.Run(known);
        return new BoundResult(relaxation.Best, relaxation.IsConverged, relaxation.Routes, time.GetElapsedTime(start));
    }
}
