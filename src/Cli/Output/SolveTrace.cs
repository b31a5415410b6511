using System.Globalization;
using Territory.Optimizer.Solving;

namespace Territory.Cli.Output;

/// <summary>Each better solution of a solve as a line on standard error: when, and its cost in the instance's own unit.</summary>
/// <param name="costOf">The cost of a solution met on the way; null where it cannot be told apart from what is left out.</param>
/// <param name="prepared">What had passed when the engine began.</param>
internal sealed class SolveTrace(Reply reply, Func<SolveProgress, double?> costOf, TimeSpan prepared) : IProgress<SolveProgress>
{
    public void Report(SolveProgress value)
    {
        var cost = costOf(value) is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.######}") : "-";
        var leftOut = value.Unserved > 0 ? $", {value.Unserved} left out" : "";
        reply.Progress(string.Create(CultureInfo.InvariantCulture, $"{(prepared + value.Elapsed).TotalSeconds:0.000} s  {cost}{leftOut}"));
    }
}
