using System.Globalization;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;

namespace Territory.Cli.Output;

/// <summary>Each better solution of a solve as a line on standard error: when, and its distance in the instance's own unit.</summary>
/// <param name="prepared">What had passed when the engine began.</param>
internal sealed class SolveTrace(Reply reply, InstanceProblem problem, TimeSpan prepared) : IProgress<SolveProgress>
{
    public void Report(SolveProgress value)
    {
        var leftOut = value.Unserved > 0 ? $", {value.Unserved} left out" : "";
        reply.Progress(string.Create(CultureInfo.InvariantCulture, $"{(prepared + value.Elapsed).TotalSeconds:0.000} s  {problem.CostOf(value):0.######}{leftOut}"));
    }
}
