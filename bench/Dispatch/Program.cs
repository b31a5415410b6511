using System.Diagnostics;
using System.Globalization;
using Territory.Dispatch.Benchmarks;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;
using Territory.Optimizer.Solving;

// How long a dispatcher waits: the preview of a move and the places for a stop, against evaluating the whole plan from scratch.
const int stops = 200;
const int vehicles = 20;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
var request = SampleDay.Of(stops, vehicles, seed: 1);
var plan = new DeliveryPlanner().Plan(request, new SolveOptions { Iterations = 300 }, null, CancellationToken.None);
var day = new DispatchDay(request, DayProgress.NotBegun);
var random = new Random(7);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stops} stops, {plan.Routes.Count} of {vehicles} vehicles with {plan.Routes.Sum(route => route.Trips.Count)} trips, {plan.Unserved.Count} in the tray; {rounds} rounds"));
Console.WriteLine("| case | median ms | p95 ms | of scratch |");
Console.WriteLine("|---|---:|---:|---:|");
OrderId Stop() => new($"o{random.Next(stops):000}");
VehicleId Vehicle() => plan.Routes[random.Next(plan.Routes.Count)].Vehicle;
var scratch = Measure("evaluating the whole plan from scratch", Math.Max(5, rounds / 10), 0, () => new DispatchDay(request, DayProgress.NotBegun).Evaluate(plan));
Measure("preview of a move to a place", rounds, scratch, () => Preview(new MoveStops([Stop()], Vehicle(), new StopPlace(0, random.Next(3)))));
Measure("preview of a move to the best place of a vehicle", rounds, scratch, () => Preview(new MoveStops([Stop()], Vehicle(), null)));
Measure("preview of an overtime allowance", Math.Max(5, rounds / 10), scratch, () => Preview(new AllowOvertime(Vehicle(), new(random.Next(60, 7_200)), new(4_000))));
Measure("places for one stop on all vehicles", rounds, scratch, () => StopInsertion.Options(day, plan, [Stop()]));

PlanChange Preview(PlanEdit edit) => PlanEditing.Apply(day, plan, [edit]) is { Plan: { } edited } ? PlanChanges.Between(plan, edited) : throw new InvalidOperationException($"The edit was refused: {edit}");

static double Measure<T>(string name, int rounds, double scratch, Func<T> run)
{
    for (var i = 0; i < 3; i++)
        run();
    var times = new double[rounds];
    for (var i = 0; i < rounds; i++)
    {
        var began = Stopwatch.GetTimestamp();
        run();
        times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    Array.Sort(times);
    var median = times[rounds / 2];
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {median:0.00} | {times[(int)(rounds * 0.95)]:0.00} | {(scratch > 0 ? median / scratch : 1):0.000} |"));
    return median;
}
