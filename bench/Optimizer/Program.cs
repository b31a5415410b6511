using Territory.Model.Problems;
using Territory.Optimizer.Benchmarks;

try
{
    return BenchmarkOptions.Parse(args) is { } options ? new GapTable(options).Run() : 2;
}
catch (InvalidInputException exception)
{
    foreach (var problem in exception.Problems)
        Console.Error.WriteLine(problem.ToString());
    return 1;
}
