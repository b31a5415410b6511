using System.Diagnostics;
using Territory.Journal.Sqlite;

namespace Territory.History.Benchmarks;

/// <summary>Wall and processor time of one part of the run.</summary>
internal sealed record Phase(SqliteJournal Journal, long Stamp, TimeSpan Processor, long Position)
{
    public static Phase Start(SqliteJournal journal)
    {
        using var process = Process.GetCurrentProcess();
        return new Phase(journal, Stopwatch.GetTimestamp(), process.TotalProcessorTime, journal.Position);
    }

    public Phase Report(string name)
    {
        var now = Start(Journal);
        var wall = Stopwatch.GetElapsedTime(Stamp, now.Stamp).TotalSeconds;
        var processor = (now.Processor - Processor).TotalSeconds;
        var events = now.Position - Position;
        Console.WriteLine($"{name,-12} {wall,8:0.00} s wall {processor,8:0.00} s processor {events,8} events {events / wall,8:0} events/s");
        return now;
    }
}
