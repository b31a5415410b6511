using System.Globalization;
using Territory.Journal;
using Territory.Journal.Benchmarks;

// Durable commands per second of the journal against raw SQLite group commit, in turn, on the same file system, at the same batch sizes.
// Arguments: rounds (default 5), seconds per measurement (default 2), folder (default the temporary folder), batch sizes (default 1,8,64,256).
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 2;
var parent = args.Length > 2 ? args[2] : Path.GetTempPath();
int[] batches = args.Length > 3 ? [.. args[3].Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))] : [1, 8, 64, 256];
const int CheckpointPages = 4_000;

Console.WriteLine("| batch | raw: event | raw: event and state row | raw: the same promises | journal | journal with projection | journal / raw event | with projection / raw event and state row | mean batch |");
Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
var costs = new List<string>();
foreach (var batch in batches)
{
    // The first round warms up and finds how many commands fill the time.
    var commands = 2_000L * batch / Math.Min(batch, 8);
    var runs = new List<Run>();
    for (var round = 0; round <= rounds; round++)
    {
        var raw = Raw(commands, batch, sameFacts: false, stateRow: false);
        var (journal, meanBatch) = await JournalAsync(commands, batch, []);
        var rawState = Raw(commands, batch, sameFacts: false, stateRow: true);
        var (projected, _) = await JournalAsync(commands, batch, [new TerminalRows()]);
        var rawFacts = Raw(commands, batch, sameFacts: true, stateRow: false);
        if (round == 0)
            commands = Math.Max(1, (long)(seconds * journal.PerSecond / batch)) * batch;
        else
            runs.Add(new Run(raw, rawState, rawFacts, journal, projected, meanBatch));
    }

    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {batch} | {Rate(run => run.Raw):N0} | {Rate(run => run.RawState):N0} | {Rate(run => run.RawFacts):N0} | {Rate(run => run.Journal):N0} | {Rate(run => run.Projected):N0} | {Median(run => run.Journal.PerSecond / run.Raw.PerSecond):F2} | {Median(run => run.Projected.PerSecond / run.RawState.PerSecond):F2} | {Median(run => run.MeanBatch):F1} |"));
    costs.Add(string.Create(
        CultureInfo.InvariantCulture,
        $"| {batch} | {Cost(run => run.Raw):F1} | {Cost(run => run.RawState):F1} | {Cost(run => run.RawFacts):F1} | {Cost(run => run.Journal):F1} | {Cost(run => run.Projected):F1} | {Median(run => run.Raw.CpuMicroseconds / run.Journal.CpuMicroseconds):F2} | {Median(run => run.RawState.CpuMicroseconds / run.Projected.CpuMicroseconds):F2} |"));

    double Rate(Func<Run, Measure> of) => Median(run => of(run).PerSecond);

    double Cost(Func<Run, Measure> of) => Median(run => of(run).CpuMicroseconds);

    double Median(Func<Run, double> value)
    {
        var sorted = runs.Select(value).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

Console.WriteLine();
Console.WriteLine("Processor microseconds per command, all threads:");
Console.WriteLine();
Console.WriteLine("| batch | raw: event | raw: event and state row | raw: the same promises | journal | journal with projection | raw event / journal | raw event and state row / with projection |");
Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
costs.ForEach(Console.WriteLine);
return 0;

Measure Raw(long commands, int batch, bool sameFacts, bool stateRow)
{
    var folder = Directory.CreateDirectory(Path.Combine(parent, Path.GetRandomFileName())).FullName;
    try
    {
        using var raw = new RawGroupCommit(Path.Combine(folder, "raw.db"), CheckpointPages, sameFacts, stateRow);
        return raw.Run(commands, batch);
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

Task<(Measure Measure, double MeanBatch)> JournalAsync(long commands, int batch, IReadOnlyList<IProjection> projections) =>
    InFolderAsync(path => JournalLoad.RunAsync(path, commands, batch, CheckpointPages, projections));

async Task<T> InFolderAsync<T>(Func<string, Task<T>> run)
{
    var folder = Directory.CreateDirectory(Path.Combine(parent, Path.GetRandomFileName())).FullName;
    try
    {
        return await run(Path.Combine(folder, "journal.db"));
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}
