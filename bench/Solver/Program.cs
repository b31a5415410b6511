using Territory.Model.Problems;
using Territory.Solver.Benchmarks;

try
{
    if (BenchmarkOptions.Parse(args) is not { } options)
        return 2;
    return options.Targets switch
    {
        ["repair"] => RepairBenchmark.Run(options),
        ["rich"] => RichBenchmark.Run(options),
        ["slots"] => SlotBenchmark.Run(options),
        _ => new SetBenchmark(options).Run(),
    };
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
