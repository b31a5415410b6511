using System.Globalization;
using Territory.Journal.Benchmarks;

// Durable commands per second of the journal against raw SQLite group commit, in turn, on the same file system, at the same batch sizes.
// Arguments: rounds (default 5), seconds per measurement (default 2), folder (default the temporary folder).
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 2;
var parent = args.Length > 2 ? args[2] : Path.GetTempPath();
const int CheckpointPages = 4_000;

Console.WriteLine("| batch | raw: event | raw: event and state row | raw: the same promises | journal | journal with projection | journal / raw event | with projection / raw event and state row | mean batch |");
Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
foreach (var batch in new[] { 1, 8, 64, 256 })
{
    // The first round warms up and finds how many commands fill the time.
    var commands = 2_000L * batch / Math.Min(batch, 8);
    var runs = new List<Run>();
    for (var round = 0; round <= rounds; round++)
    {
        var raw = Raw(commands, batch, sameFacts: false, stateRow: false);
        var (journal, meanBatch) = await InFolderAsync(path => JournalLoad.RunAsync(path, commands, batch, CheckpointPages, []));
        var rawState = Raw(commands, batch, sameFacts: false, stateRow: true);
        var (projected, _) = await InFolderAsync(path => JournalLoad.RunAsync(path, commands, batch, CheckpointPages, [new TerminalRows()]));
        var rawFacts = Raw(commands, batch, sameFacts: true, stateRow: false);
        if (round == 0)
            commands = Math.Max(1, (long)(seconds * journal / batch)) * batch;
        else
            runs.Add(new Run(raw, rawState, rawFacts, journal, projected, meanBatch));
    }

    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {batch} | {Median(run => run.Raw):N0} | {Median(run => run.RawState):N0} | {Median(run => run.RawFacts):N0} | {Median(run => run.Journal):N0} | {Median(run => run.Projected):N0} | {Median(run => run.Journal / run.Raw):F2} | {Median(run => run.Projected / run.RawState):F2} | {Median(run => run.MeanBatch):F1} |"));

    double Median(Func<Run, double> value)
    {
        var sorted = runs.Select(value).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

return 0;

double Raw(long commands, int batch, bool sameFacts, bool stateRow)
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
