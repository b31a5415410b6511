using System.Runtime.CompilerServices;

namespace Territory.Optimizer.LocalSearch;

/// <summary>When the links around each client last changed and when each client was last tried, by the clock of its <see cref="LinkedRoutes"/>; what was noted since it was last kept can be taken back.</summary>
/// <remarks>
/// A search that refuses a candidate comes back to routes whose pairs it has tried before; with the stamps of then it does not try them again. Complexity: O(1) a stamp, O(stamps) to keep and to take back.
/// </remarks>
internal sealed class TrialMemory
{
    private readonly int[] triedAt;
    private readonly int[] triedUnusedAt;
    private readonly (int Linked, int Tried, int TriedUnused)[] kept;
    private readonly bool[] isNoted;
    private readonly int[] noted;
    private int count;

    /// <param name="clients">One more than the largest location of a client.</param>
    public TrialMemory(int clients)
    {
        LinkedAt = new int[clients];
        triedAt = new int[clients];
        triedUnusedAt = new int[clients];
        kept = new (int, int, int)[clients];
        isNoted = new bool[clients];
        noted = new int[clients];
        Array.Fill(triedAt, -1);
        Array.Fill(triedUnusedAt, -1);
    }

    public int[] LinkedAt { get; }

    public void Link(int client, int clock)
    {
        Note(client);
        LinkedAt[client] = clock;
    }

    /// <returns>When the client was tried before.</returns>
    public int Try(int client, int clock)
    {
        Note(client);
        var since = triedAt[client];
        triedAt[client] = clock;
        return since;
    }

    /// <returns>When the client was tried before with an unused vehicle.</returns>
    public int TryUnused(int client, int clock)
    {
        Note(client);
        var since = triedUnusedAt[client];
        triedUnusedAt[client] = clock;
        return since;
    }

    /// <summary>Whether a client's links changed after the clock showed <paramref name="since"/>, less than two thousand million changes ago.</summary>
    public bool IsLinked(int client, int since) => unchecked(LinkedAt[client] - since) > 0;

    /// <summary>Takes every client for tried.</summary>
    public void Settle(int clock)
    {
        Array.Fill(triedAt, clock);
        Array.Fill(triedUnusedAt, clock);
    }

    /// <summary>What was noted so far stays.</summary>
    public void Keep()
    {
        for (var i = 0; i < count; i++)
            isNoted[noted[i]] = false;
        count = 0;
    }

    /// <summary>Brings back the stamps of the last <see cref="Keep"/>.</summary>
    public void TakeBack()
    {
        for (var i = 0; i < count; i++)
            (LinkedAt[noted[i]], triedAt[noted[i]], triedUnusedAt[noted[i]]) = kept[noted[i]];
        Keep();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Note(int client)
    {
        if (isNoted[client])
            return;
        isNoted[client] = true;
        noted[count++] = client;
        kept[client] = (LinkedAt[client], triedAt[client], triedUnusedAt[client]);
    }
}
