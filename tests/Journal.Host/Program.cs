using System.Globalization;
using System.Text;
using Territory.Journal;
using Territory.Journal.Host;
using Territory.Journal.Sqlite;
using Territory.Model.Ids;

// A journal behind standard input and output, to be killed. A line "append COMMAND STREAM VERSION PAYLOAD ANSWER" is answered at once with
// "got COMMAND" and, when it is decided, with "ack COMMAND STATUS POSITION VERSION ANSWER". Any number may be under way. End of input closes it.
var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });
await using var journal = await SqliteJournal.OpenAsync(new SqliteJournalOptions { Path = args[0], CheckpointPages = 200 }, [new StreamTotals()]);
await output.WriteLineAsync("ready");

var running = new List<Task>();
using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
while (await input.ReadLineAsync() is { } line)
{
    var words = line.Split(' ');
    await output.WriteLineAsync($"got {words[1]}");
    running.Add(AppendAsync(words));
    running.RemoveAll(task => task.IsCompletedSuccessfully);
}

await Task.WhenAll(running);
return 0;

async Task AppendAsync(string[] words)
{
    var result = await journal.AppendAsync(new AppendRequest(
        new StreamId(words[2]),
        long.Parse(words[3], CultureInfo.InvariantCulture),
        new CommandId(Guid.Parse(words[1])),
        "host",
        [new EventData("noted", Encoding.UTF8.GetBytes(words[4]))],
        Encoding.UTF8.GetBytes(words[5])));
    await output.WriteLineAsync($"ack {words[1]} {result.Status} {result.Position} {result.Version} {Encoding.UTF8.GetString(result.Answer.Span)}");
}
