using System.Text;
using Territory.Journal.Host;
using Territory.Journal.Tests.Fixtures;
using Territory.Model.Ids;

namespace Territory.Journal.Tests.Crashes;

/// <summary>
/// Drives a journal process with concurrent commands, kills it with SIGKILL at an arbitrary moment, opens what it left and compares it with what
/// it had acknowledged. The oracle is the driver's own list of what it sent and what came back.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 30;
    private const int KillsInFlight = 20;
    private const int Clients = 12;
    private const int SharingClients = 20;

    private readonly TemporaryJournal _temporary = new();
    private readonly Dictionary<CommandId, Sent> _sent = [];
    private readonly long[] _versions = new long[Clients];
    private readonly Lock _lock = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Kill_WithCommandsInFlight_LosesAndDoublesNothing()
    {
        var random = new Random(30);
        var (rounds, inFlight) = (0, 0);
        // On a busy machine more kills come too late; the test is over when enough have hit.
        while (rounds < Rounds || (inFlight < KillsInFlight && rounds < 3 * Rounds))
        {
            rounds++;
            if (await KillOneAsync(killAtCommand: random.Next(1, 300)))
                inFlight++;
            await CompareAsync();
        }

        inFlight.ShouldBeGreaterThanOrEqualTo(KillsInFlight);
        TestContext.Current.SendDiagnosticMessage($"{inFlight} of {rounds} kills landed on commands in flight; {_sent.Count} commands were sent.");
    }

    /// <summary>Returns whether at the kill the host had taken a command that it has not acknowledged.</summary>
    private async Task<bool> KillOneAsync(int killAtCommand)
    {
        using var host = new HostProcess(_temporary.Path, killAtCommand);
        await host.ReadyAsync();
        var clients = Enumerable.Range(0, Clients + SharingClients).Select(client => Task.Run(async () =>
        {
            while (await SendNextAsync(host, client) is { } acknowledgement)
                acknowledgement.Status.ShouldBe(AppendStatus.Appended);
        })).ToList();
        await Task.WhenAll(clients).WaitAsync(TimeSpan.FromSeconds(60));
        await host.EndAsync();

        lock (_lock)
        {
            foreach (var (command, acknowledgement) in host.Received)
                _sent[command] = _sent[command] with { Acknowledged = acknowledgement };
        }

        return host.Received.Values.Any(acknowledgement => acknowledgement is null);
    }

    // A client of the first kind owns a stream and guards its version there; the others share one.
    private async Task<HostProcess.Acknowledgement?> SendNextAsync(HostProcess host, int client)
    {
        var command = CommandId.New();
        Sent sent;
        lock (_lock)
        {
            var shared = client >= Clients;
            sent = new Sent(shared ? "shared" : $"client/{client}", shared ? AppendRequest.AnyVersion : _versions[client], $"payload-{_sent.Count}", $"answer-{command}", null);
            _sent.Add(command, sent);
        }

        var acknowledgement = await host.SendAsync(command, sent.Stream, sent.ExpectedVersion, sent.Payload, sent.Answer);
        if (acknowledgement is not null && client < Clients)
            _versions[client] = acknowledgement.Version;
        return acknowledgement;
    }

    private async Task CompareAsync()
    {
        await using var journal = await Journal.Sqlite.SqliteJournal.OpenAsync(_temporary.Options, [new StreamTotals()]);
        var stored = (await journal.AllAsync()).ToDictionary(entry => entry.Command);
        stored.Keys.ShouldBeSubsetOf(_sent.Keys);
        foreach (var (command, sent) in _sent)
        {
            var found = stored.GetValueOrDefault(command);
            if (sent.Acknowledged is { } acknowledged)
            {
                found.ShouldNotBeNull($"command {command} was acknowledged and is lost");
                (found.Position, found.Version).ShouldBe((acknowledged.Position, acknowledged.Version));
            }

            found?.Text().ShouldBe(sent.Payload);
            found?.Stream.Value.ShouldBe(sent.Stream);
        }

        await RetryAsync(journal, stored);
        var verification = await journal.VerifyAsync();
        verification.Defects.ShouldBeEmpty();
    }

    // What was recorded answers with its first answer and is not written again; what was lost on the way is written now.
    private async Task RetryAsync(IJournal journal, Dictionary<CommandId, JournalEntry> stored)
    {
        var retries = _sent.Where(sent => sent.Value.Acknowledged is null).Concat(_sent.Where(sent => sent.Value.Acknowledged is not null).TakeLast(20)).ToList();
        foreach (var (command, sent) in retries)
        {
            var result = await journal.AppendAsync(new AppendRequest(
                new StreamId(sent.Stream), sent.ExpectedVersion, command, "retry", [new EventData("noted", Encoding.UTF8.GetBytes(sent.Payload))], "second"u8.ToArray()));
            result.Status.ShouldBe(stored.ContainsKey(command) ? AppendStatus.Duplicate : AppendStatus.Appended);
            var answer = stored.ContainsKey(command) ? sent.Answer : "second";
            result.Answer.Text().ShouldBe(answer);
            if (sent.Acknowledged is null)
            {
                var entry = (await journal.ReadAsync(result.Position - 1, 1).ToListAsync()).Single();
                entry.Command.ShouldBe(command);
                _sent[command] = sent with { Answer = answer, Acknowledged = new(AppendStatus.Appended, entry.Position, entry.Version, answer) };
            }
        }

        for (var client = 0; client < Clients; client++)
            _versions[client] = await journal.ReadStreamAsync(new StreamId($"client/{client}")).CountAsync();
    }

    private sealed record Sent(string Stream, long ExpectedVersion, string Payload, string Answer, HostProcess.Acknowledgement? Acknowledged);
}
