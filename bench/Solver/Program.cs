using Territory.Model.Problems;
using Territory.Solver.Benchmarks;

try
{
    return BenchmarkOptions.Parse(args) is not { } options ? 2 : options.Targets is ["repair"] ? RepairBenchmark.Run(options) : new SetBenchmark(options).Run();
}
catch (InvalidInputException exception)
{
    foreach (var problem in exception.Problems)
        Console.Error.WriteLine(problem.ToString());
    return 1;
}
catch (InvalidOperationException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
